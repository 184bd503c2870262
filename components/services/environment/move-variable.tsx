'use client'

import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlanDialog } from '@/components/plan/plan-dialog'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useShowDialog } from '@/components/ui/dialog-host'
import { useMay } from '@/lib/browser/current-user'
import { api } from '@/lib/paths/api'
import { fileVariableOf } from '@/lib/rotation/conversion/file-variables'

type Moved = { service: string; image: string; variable: string }

/** Offers to move the value of a variable to a secret. */
export function MoveVariable(moved: Moved) {
  const t = useTranslations('services.environment.toSecret')
  const show = useShowDialog()
  const mayCreate = useMay('secret.create')
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={KeyRound}
      disabledReason={!mayCreate && t('notAllowed')}
      onClick={() => show((close) => <MoveDialog {...moved} onClose={close} />)}
    >
      <span aria-hidden>{t('open')}</span>
      <span className="sr-only">{t('title', { variable: moved.variable })}</span>
    </Button>
  )
}

/** Where it is not known that the image reads files, a person has to say so; then the plan, and how it goes. */
function MoveDialog({ service, image, variable, onClose }: Moved & { onClose: () => void }) {
  const t = useTranslations('services.environment.toSecret')
  const file = fileVariableOf(image, variable)
  const [isConfirmed, setIsConfirmed] = useState(file.isKnown)
  if (!isConfirmed) {
    return (
      <ConfirmDialog
        title={t('question', { name: file.name })}
        description={t('questionText', { image, variable, name: file.name })}
        action={t('yes')}
        variant="primary"
        pending={false}
        error={null}
        onConfirm={() => setIsConfirmed(true)}
        onClose={onClose}
      />
    )
  }
  return (
    <PlanDialog
      title={t('title', { variable })}
      description={t('description', { name: file.name })}
      action={t('action')}
      path={{ plan: api.moveVariablePlan(service), apply: api.moveVariable(service) }}
      request={{ variable }}
      onClose={onClose}
    />
  )
}

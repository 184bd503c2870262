'use client'

import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlanDialog } from '@/components/plan/plan-dialog'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useMay } from '@/lib/browser/current-user'
import { api } from '@/lib/paths/api'
import { fileVariableOf } from '@/lib/rotation/conversion/file-variables'

type Props = { service: string; image: string; variable: string }

/** Moves the value of a variable to a secret. Where it is not known that the image reads files, a person has to say so. */
export function MoveVariable({ service, image, variable }: Props) {
  const t = useTranslations('services.environment.toSecret')
  const mayCreate = useMay('secret.create')
  const [step, setStep] = useState<'closed' | 'question' | 'plan'>('closed')
  const file = fileVariableOf(image, variable)
  const close = () => setStep('closed')
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        icon={KeyRound}
        disabledReason={!mayCreate && t('notAllowed')}
        onClick={() => setStep(file.isKnown ? 'plan' : 'question')}
      >
        <span aria-hidden>{t('open')}</span>
        <span className="sr-only">{t('title', { variable })}</span>
      </Button>
      {step === 'question' && (
        <ConfirmDialog
          title={t('question', { name: file.name })}
          description={t('questionText', { image, variable, name: file.name })}
          action={t('yes')}
          variant="primary"
          pending={false}
          error={null}
          onConfirm={() => setStep('plan')}
          onClose={close}
        />
      )}
      {step === 'plan' && (
        <PlanDialog
          title={t('title', { variable })}
          description={t('description', { name: file.name })}
          action={t('action')}
          path={{ plan: api.moveVariablePlan(service), apply: api.moveVariable(service) }}
          request={{ variable }}
          onClose={close}
        />
      )}
    </>
  )
}

'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { PlanDialog } from '@/components/plan/plan-dialog'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { useMay } from '@/lib/browser/current-user'
import { api } from '@/lib/paths/api'

/** Puts a service back to the spec that it had before its last update, as `docker service rollback` does. */
export function RollBackService({ name, hasPreviousSpec }: { name: string; hasPreviousSpec: boolean }) {
  const t = useTranslations('services.rollBack')
  const mayDeploy = useMay('stack.deploy')
  const show = useShowDialog()
  const reason = mayDeploy ? !hasPreviousSpec && t('nothingBefore') : t('notAllowed')
  return (
    <Button
      icon={Undo2}
      disabledReason={reason}
      onClick={() => show((close) => <RollBackDialog name={name} onClose={close} />)}
    >
      {t('button')}
    </Button>
  )
}

function RollBackDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations('services.rollBack')
  return (
    <PlanDialog
      title={t('title', { name })}
      description={t('description')}
      action={t('apply', { name })}
      path={{ plan: api.rollBackServicePlan(name), apply: api.rollBackService(name) }}
      request={nothing}
      onClose={onClose}
    />
  )
}

const nothing = {}

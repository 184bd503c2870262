'use client'

import { useTranslations } from 'use-intl'
import { RollBackDialog } from '@/components/plan/deploy/roll-back-dialog'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { useMay } from '@/lib/browser/current-user'
import { useApi } from '@/lib/browser/use-api'
import type { DeployAgain as Again } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'

/** Brings back what a removal, or an undo, has taken away, by deploying the revision that had it. */
export function DeployAgain({ operationId }: { operationId: string }) {
  const t = useTranslations('plan.again')
  const mayDeploy = useMay('stack.deploy')
  const show = useShowDialog()
  const { data } = useApi<Again>(api.deployAgain(operationId))
  const found = data && 'number' in data ? data : null
  const open = () => found && show((close) => <RollBackDialog {...found} undoes={operationId} onClose={close} />)
  const missing = data && 'reason' in data ? t(`reasons.${data.reason}`) : null
  return (
    <Button busy={data === null} disabledReason={mayDeploy ? missing : t('notAllowed')} onClick={open}>
      {found ? t('button', { number: found.number }) : t('bare')}
    </Button>
  )
}

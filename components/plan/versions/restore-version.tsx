'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { FileChanges } from '@/components/plan/files/file-changes'
import { PlanReview } from '@/components/plan/plan-review'
import { RolloutOptions } from '@/components/plan/rollout/rollout-options'
import { useRolloutUrl } from '@/components/plan/rollout/use-rollout-url'
import { useApply } from '@/components/plan/use-apply'
import { usePlanAgain } from '@/components/plan/use-plan-again'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useShowDialog } from '@/components/ui/dialog-host'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { usePlan } from '@/lib/browser/use-plan'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { OperationView } from '@/lib/contract/operations'
import type { PlannedMove } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { isUpdateStep } from '@/lib/plan/plan'
import { useIsGone } from './use-is-gone'

type Props = {
  kind: DataObjectKind
  name: string
  /** How the version stands to the one in use; see standing.ts. */
  standing: 'older' | 'newer' | 'in_use' | 'unused'
}

const paths = {
  config: { plan: api.restoreConfigPlan, restore: api.restoreConfig },
  secret: { plan: api.restoreSecretPlan, restore: api.restoreSecret },
}

/** Points the services of a family at a version that exists already: a rotation that makes nothing. */
export function RestoreVersion({ kind, name, standing }: Props) {
  const t = useTranslations('plan.restore')
  const show = useShowDialog()
  const mayRotate = useMay(kind === 'config' ? 'config.rotate' : 'secret.rotate')
  const reason = mayRotate ? standing === 'unused' && t('unused') : t('notAllowed')
  if (standing === 'in_use') return <span className="text-muted text-sm">{t('inUse')}</span>
  return (
    <Button
      size="sm"
      disabledReason={reason}
      onClick={() => show((close) => <RestoreDialog kind={kind} name={name} onClose={close} />)}
    >
      {t(standing === 'newer' ? 'forward' : 'back')}
    </Button>
  )
}

type DialogProps = { kind: DataObjectKind; name: string; onClose: () => void }

function RestoreDialog({ kind, name, onClose }: DialogProps) {
  const t = useTranslations('plan.restore')
  const common = useTranslations('common')
  const router = useRouter()
  const [rollout, setRollout] = useRolloutUrl({ kind, name })
  const wish = { rollout: { ...rollout, holdBefore: false, keepVersions: null } }
  const planned = usePlan<PlannedMove>(paths[kind].plan(name), wish)
  usePlanAgain(planned, useIsGone(kind, name))
  const restore = useApply(planned, (planDigest) =>
    callApi<OperationView>('POST', paths[kind].restore(name), { ...wish, planDigest }),
  )
  const run = async () => {
    const operation = await restore.run()
    if (operation) router.push(page.operation(operation.id))
  }
  const services = new Set(planned.plan?.steps.filter(isUpdateStep).map((step) => step.serviceId)).size
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { name })}
      description={t('description', { kind })}
      size="lg"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={restore.pending} disabled={!planned.digest} onClick={() => void run()}>
            {t('apply', { name, services })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemNotice error={restore.error} />
        {services > 0 && (
          <RolloutOptions
            kind={kind}
            rollout={rollout}
            onChange={setRollout}
            isNewVersion={false}
            services={services}
          />
        )}
        <PlanReview {...planned} hideTitle hideRollout />
        <FileChanges changes={planned.answer?.stackFiles} isFolded />
      </div>
    </Dialog>
  )
}

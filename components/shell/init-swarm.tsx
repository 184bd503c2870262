'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlanReview } from '@/components/plan/plan-review'
import { useApply } from '@/components/plan/use-apply'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { usePlan } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'

/** Offers to make the engine that Skep stands before the first manager of a new swarm. */
export function InitSwarm() {
  const t = useTranslations('shell.init')
  const [isOpen, setIsOpen] = useState(false)
  const mayInit = useMay('swarm.init')
  return (
    <>
      <Button size="sm" disabledReason={!mayInit && t('notAllowed')} onClick={() => setIsOpen(true)}>
        {t('action')}
      </Button>
      <InitDialog open={isOpen} onOpenChange={setIsOpen} />
    </>
  )
}

function InitDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations()
  const [address, setAddress] = useState('')
  const advertiseAddress = address.trim()
  const planned = usePlan(open && advertiseAddress ? api.swarmPlan() : null, { advertiseAddress })
  const init = useApply(planned, (planDigest) =>
    callApi<OperationView>('POST', api.swarm(), { advertiseAddress, planDigest }),
  )
  const apply = async () => {
    // The banner goes by itself, as soon as the stream tells of the swarm.
    if (await init.run()) onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('shell.init.title')}
      description={t('shell.init.description')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            busy={init.pending}
            disabledReason={!advertiseAddress && t('shell.init.needAddress')}
            disabled={!planned.digest}
            onClick={() => void apply()}
          >
            {t('shell.init.action')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t('shell.init.address')}
          hint={t('shell.init.addressHint')}
          mono
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        {advertiseAddress && (
          <PlanReview plan={planned.plan} pending={planned.pending} error={planned.error} hideTitle />
        )}
        <ProblemNotice error={init.error} />
      </div>
    </Dialog>
  )
}

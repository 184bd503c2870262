'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlannedParts } from '@/components/plan/deploy/planned-parts'
import { useApply } from '@/components/plan/use-apply'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useShowDialog } from '@/components/ui/dialog-host'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { usePlan } from '@/lib/browser/use-plan'
import type { PlannedRemoval } from '@/lib/contract/deploy'
import type { OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'

/** Removes a whole stack. What goes and what stays is read first, and its name typed. */
export function RemoveStack({ name }: { name: string }) {
  const t = useTranslations('stacks.remove')
  const show = useShowDialog()
  const mayRemove = useMay('stack.remove')
  return (
    <Button
      variant="danger"
      icon={Trash2}
      disabledReason={!mayRemove && t('notAllowed')}
      onClick={() => show((close) => <RemoveDialog name={name} onClose={close} />)}
    >
      {t('button')}
    </Button>
  )
}

function RemoveDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations('stacks.remove')
  const common = useTranslations('common')
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const planned = usePlan<PlannedRemoval>(api.removeStackPlan(name), {})
  const remove = useApply(planned, (planDigest) => callApi<OperationView>('DELETE', api.stack(name), { planDigest }))
  const isReady = typed === name && planned.digest !== null
  const run = async () => {
    const operation = await remove.run()
    // The page of what is being removed is about to say that it is gone.
    if (operation) router.push(page.operation(operation.id))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) void run()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t('title', { name })}
      description={t('description')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form="remove-stack" variant="danger" busy={remove.pending} disabled={!isReady}>
            {planned.answer ? t('apply', { name, services: planned.answer.services.length }) : t('applyBare', { name })}
          </Button>
        </>
      }
    >
      <form id="remove-stack" className="flex flex-col gap-5" onSubmit={submit}>
        <ProblemNotice error={planned.error ?? remove.error} />
        {planned.answer ? (
          <PlannedParts planned={planned.answer} />
        ) : (
          !planned.error && <Skeleton className="h-24 w-full" />
        )}
        <TextField
          label={t('typeName', { name })}
          mono
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}

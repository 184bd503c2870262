'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { usePlan } from '@/lib/browser/use-plan'
import type { DataObjectKind, Usage } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { PlanReview } from './plan-review'
import { useApply } from './use-apply'

type Props = {
  kind: DataObjectKind
  name: string
  /** Who still needs it; see ConfigDetail and SecretDetail. */
  blockers: readonly Usage[]
}

const paths = {
  config: { plan: api.removeConfigPlan, remove: api.removeConfig },
  secret: { plan: api.removeSecretPlan, remove: api.removeSecret },
}

/** Removes one version of a config or secret. The only change that cannot be taken back, so its name has to be typed. */
export function RemoveVersion({ kind, name, blockers }: Props) {
  const t = useTranslations('plan.remove')
  const [isOpen, setIsOpen] = useState(false)
  const mayRemove = useMay(kind === 'config' ? 'config.remove' : 'secret.remove')
  const needed = [...new Set(blockers.map((usage) => usage.serviceName))].join(', ')
  const reason = mayRemove ? needed && t('needed', { services: needed }) : t('notAllowed')
  return (
    <>
      <Button variant="danger" icon={Trash2} disabledReason={reason} onClick={() => setIsOpen(true)}>
        {t('button')}
      </Button>
      {isOpen && <RemoveDialog kind={kind} name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}

type DialogProps = { kind: DataObjectKind; name: string; onClose: () => void }

function RemoveDialog({ kind, name, onClose }: DialogProps) {
  const t = useTranslations('plan.remove')
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const planned = usePlan(paths[kind].plan(name), {})
  const remove = useApply(planned, (planDigest) => callApi('DELETE', paths[kind].remove(name), { planDigest }))
  const run = async () => {
    const operation = await remove.run()
    // The page of what is being removed is about to say that it is gone.
    if (operation) router.push(page.operation(operation.id))
  }
  const isTyped = typed === name
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { name })}
      description={t('description', { kind })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            form="remove-version"
            variant="danger"
            busy={remove.pending}
            disabled={!isTyped || !planned.digest}
          >
            {t('apply', { name })}
          </Button>
        </>
      }
    >
      <form
        id="remove-version"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isTyped && planned.digest) void run()
        }}
      >
        <PlanReview {...planned} hideTitle />
        <TextField
          label={t('typeName', { name })}
          mono
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ProblemNotice error={remove.error} />
      </form>
    </Dialog>
  )
}

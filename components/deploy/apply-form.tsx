'use client'

import { Rocket } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { curlWishOf } from '@/components/plan/ci/curl-line'
import { DeployFromCi } from '@/components/plan/ci/deploy-from-ci'
import { useCountsText } from '@/components/plan/deploy/use-counts-text'
import { useApply } from '@/components/plan/use-apply'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import type { PlanState } from '@/lib/browser/use-plan'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import type { OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { AdoptButton } from './adopt-button'
import type { Blocked } from './draft/blocked'
import { deployRequestOf, sentFiles } from './draft/deploy-request'
import type { Draft } from './draft/draft'
import type { DraftStore } from './draft/draft-store'

type Props = {
  store: DraftStore
  draft: Draft
  planned: PlanState<PlannedDeploy>
  blocked: Blocked | null
  /** It runs and has no revision: the files can be kept as its first one without deploying them. */
  canAdopt?: boolean
}

/** Why, and the button that says what it does. The deployment goes on as an operation, on a page of its own. */
export function ApplyForm({ store, draft, planned, blocked, canAdopt = false }: Props) {
  const t = useTranslations('deploy')
  const router = useRouter()
  const counts = useCountsText()
  const apply = useApply(planned, (planDigest) =>
    callApi<OperationView>('PUT', api.stack(draft.stack), deployRequestOf(draft, store.heldBytes, planDigest)),
  )
  const run = async () => {
    const operation = await apply.run()
    if (!operation) return
    store.forget()
    router.push(page.operation(operation.id))
  }
  const label = planned.answer && !blocked ? t('apply', { what: counts(planned.answer) }) : t('applyBare')
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!blocked) void run()
      }}
    >
      <ProblemNotice error={apply.error} />
      <TextField
        label={t('reason')}
        placeholder={t('reasonExample')}
        maxLength={500}
        autoComplete="off"
        value={draft.reason}
        onChange={(event) => store.change((now) => ({ ...now, reason: event.target.value }))}
      />
      <Button
        type="submit"
        variant="primary"
        icon={Rocket}
        busy={apply.pending}
        disabledReason={blocked && t(`blocked.${blocked.code}`, { count: blocked.count })}
        className="h-auto! min-h-8 whitespace-normal! py-1.5"
      >
        {label}
      </Button>
      {canAdopt && <AdoptButton store={store} draft={draft} blocked={blocked} />}
      {draft.stack !== '' && <DeployFromCi wish={curlWishOf(draft.stack, { ...draft, files: sentFiles(draft) })} />}
    </form>
  )
}

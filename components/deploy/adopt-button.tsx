'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { RevisionRow } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import type { Blocked } from './draft/blocked'
import { planRequestOf } from './draft/deploy-request'
import type { Draft } from './draft/draft'
import type { DraftStore } from './draft/draft-store'

type Props = { store: DraftStore; draft: Draft; blocked: Blocked | null }

/** Keeps the files as the stack's first revision and deploys nothing: how they differ from what runs is its drift then. */
export function AdoptButton({ store, draft, blocked }: Props) {
  const t = useTranslations('deploy')
  const router = useRouter()
  const adopt = useAction(() => {
    const { options: _options, ...original } = planRequestOf(draft, store.heldBytes)
    return callApi<RevisionRow>('POST', api.adoptStack(draft.stack), { reason: draft.reason.trim(), original })
  })
  const run = async () => {
    if (!(await adopt.run())) return
    store.forget()
    router.push(`${page.stack(draft.stack)}?tab=revisions`)
  }
  // A plan with nothing to do, or with problems of the swarm, is no reason not to keep a file.
  const isAnyway = blocked?.code === 'nothing' || blocked?.code === 'problems'
  return (
    <>
      <ProblemNotice error={adopt.error} />
      <Button
        busy={adopt.pending}
        disabledReason={blocked && !isAnyway && t(`blocked.${blocked.code}`, { count: blocked.count })}
        onClick={() => void run()}
      >
        {t('adopt')}
      </Button>
    </>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import type { Draft } from '@/components/deploy/draft/draft'
import { StackEditor } from '@/components/deploy/stack-editor'
import { useDraftStore } from '@/components/deploy/use-draft-store'
import { LossList } from '@/components/plan/deploy/loss-list'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useSearchParam } from '@/lib/browser/use-search-param'
import { DraftFound } from './draft-found'
import type { DraftWithBytes } from './draft-from'
import { FailedNote } from './failed-note'
import { TakenField } from './taken-field'
import { type Start, useStart } from './use-start'

/** The next revision of a stack that is there: from its last one, or from what runs where it has none. */
export function EditedStack({ name }: { name: string }) {
  const [asked] = useSearchParam('revision')
  // Another revision is another beginning; the draft's store lives as long as one.
  return <Beginning key={asked} name={name} />
}

function Beginning({ name }: { name: string }) {
  const common = useTranslations('common')
  const { start, error, tryAgain } = useStart(name)
  if (error) return <ProblemNotice error={error} action={<Button onClick={tryAgain}>{common('tryAgain')}</Button>} />
  if (!start) return <Skeleton className="h-96 w-full" />
  return <Editing name={name} start={start} />
}

function Editing({ name, start }: { name: string; start: Start }) {
  const { store, draft } = useDraftStore(name, start.beginning.draft, start.beginning.bytes)
  const startOver = ({ draft: base, bytes }: DraftWithBytes) => store.replace(base, bytes)
  return (
    <>
      {start.taking && <TakenField store={store} taking={start.taking} />}
      <FailedNote stack={name} draft={draft} failed={start.failed} />
      <DraftFound store={store} newer={newerThan(draft, start)} onStartOver={() => startOver(start.beginning)} />
      {draft.base.kind === 'live' && (
        <div className="mb-5">
          <LossList losses={start.losses} />
        </div>
      )}
      <StackEditor store={store} draft={draft} canAdopt={start.newest === null} />
    </>
  )
}

/** The newest revision, where the draft was begun with an older one. */
function newerThan({ base }: Draft, { newest }: Start): number | null {
  if (newest === null) return null
  return base.kind === 'revision' && base.number >= newest ? null : newest
}

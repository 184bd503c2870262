'use client'

import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { StateShape } from '@/components/ui/state-shape'
import { useMinute } from '@/components/ui/time/use-minute'
import { useLive } from '@/lib/browser/use-live'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyRow } from '@/lib/contract/policies'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { ageState } from '@/lib/rotation/policy'

const lists = { secret: page.secrets, config: page.configs }

/** For the board: how many secrets and configs are older than their policies allow, or soon will be. Nothing for none. */
export function DueNotice({ policies }: { policies: ViewOf<'policies'> }) {
  const t = useTranslations('families.board')
  const now = useMinute()
  const { rows } = useLive('policies', policies).view
  const due = (['secret', 'config'] as const).flatMap((kind) => {
    const counts = countDue(rows, kind, now)
    return counts.due + counts.overdue > 0 ? [{ kind, ...counts }] : []
  })
  if (due.length === 0) return null
  return (
    <ul aria-label={t('label')} className="mb-4 flex flex-col gap-1.5">
      {due.map(({ kind, due: soon, overdue }) => (
        <li key={kind} className="flex items-start gap-2">
          <StateShape tone="attention" className="mt-1.25" />
          <span>{t.rich(kind, { due: soon, overdue, link: linkTag(`${lists[kind]()}?show=due`) })}</span>
        </li>
      ))}
    </ul>
  )
}

function countDue(rows: readonly PolicyRow[], kind: DataObjectKind, now: number) {
  const states = rows.map((row) =>
    row.kind === kind && row.current ? ageState(row, row.current.createdAt, now) : null,
  )
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  return { due: count('due'), overdue: count('overdue') }
}

'use client'

import { useTranslations } from 'use-intl'
import { Select } from '@/components/ui/form/select'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Section } from '@/components/ui/page/section'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useMay } from '@/lib/browser/current-user'
import { useApi } from '@/lib/browser/use-api'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { RevisionRow, StackComparison } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import { ComparisonView } from './comparison-view'
import { FileDifferences } from './file-differences'

/** What stands for the swarm as it is now. */
const live = 'live'

/** Two revisions side by side, or one and what runs: by what they make, and by how they are written. */
export function CompareRevisions({ stack, revisions }: { stack: string; revisions: readonly RevisionRow[] }) {
  const t = useTranslations('revisions')
  const numbers = revisions.map(({ number }) => String(number))
  const [from, setFrom] = useSearchParam('from', numbers[1] ?? numbers[0])
  const [to, setTo] = useSearchParam('to', numbers.length > 1 ? numbers[0] : live)
  const mayReadFiles = useMay('stack.file.read')
  const { data, error } = useApi<StackComparison>(from === to ? null : api.compareRevisions(stack, from, to))
  const options = numbers.map((number) => ({ value: number, label: t('one', { number }) }))
  return (
    <Section title={t('compare.title')} description={t('compare.description')}>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Select label={t('compare.from')} value={from} options={options} onChange={setFrom} className="w-44" />
        <Select
          label={t('compare.to')}
          value={to}
          options={[...options, { value: live, label: t('compare.live') }]}
          onChange={setTo}
          className="w-44"
        />
      </div>
      <ProblemNotice error={error} />
      {from === to ? (
        <p className="text-muted">{t('compare.same')}</p>
      ) : data ? (
        <ComparisonView comparison={data} />
      ) : (
        !error && <Skeleton className="h-20 w-full" />
      )}
      {from !== to && to !== live && mayReadFiles && (
        <FileDifferences stack={stack} from={Number(from)} to={Number(to)} />
      )}
    </Section>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { useConfigContent } from '@/components/plan/content/use-config-content'
import { Select } from '@/components/ui/form/select'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useMay } from '@/lib/browser/current-user'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { ConfigRow } from '@/lib/contract/data-objects'
import { ComparedContents } from './compared-contents'

type Props = {
  config: ConfigRow
  /** The family's, oldest first. */
  versions: readonly ConfigRow[]
}

/** Any other version beside this one, the older of the two first. Which one is in the URL. */
export function CompareTab({ config, versions }: Props) {
  const t = useTranslations('configs.compare')
  const canRead = useMay('config.content.read')
  const others = versions.filter(({ name }) => name !== config.name)
  const [asked, setAsked] = useSearchParam('with', neighbourOf(config, versions)?.name)
  const other = others.find(({ name }) => name === asked) ?? neighbourOf(config, versions)
  const isOlder =
    other !== undefined && versions.indexOf(other) < versions.findIndex(({ name }) => name === config.name)
  const ours = useConfigContent(canRead && other ? config : null)
  const theirs = useConfigContent((canRead && other) || null)

  if (!other) return null
  if (!canRead) return <EmptyState title={t('hidden.title')}>{t('hidden.text')}</EmptyState>
  const [before, after] = isOlder ? [theirs.content, ours.content] : [ours.content, theirs.content]
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t('with')}
        value={other.name}
        options={others.map(({ name }) => ({ value: name, label: name }))}
        onChange={setAsked}
        className="max-w-form"
      />
      <ProblemNotice error={ours.error ?? theirs.error} />
      {before && after ? (
        <ComparedContents before={before} after={after} />
      ) : (
        !ours.error && !theirs.error && <Skeleton className="h-40 w-full" />
      )}
    </div>
  )
}

/** The one before it; of the first, the one behind. */
function neighbourOf({ name }: ConfigRow, versions: readonly ConfigRow[]): ConfigRow | undefined {
  const index = versions.findIndex((version) => version.name === name)
  return versions[index - 1] ?? versions[index + 1]
}

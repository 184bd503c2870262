'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ViewSwitch } from '@/components/configs/content/view-switch'
import { ContentDifference, type Side } from '@/components/plan/content/content-difference'
import { ValueDifference } from '@/components/plan/content/value-difference'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { ConfigContent } from '@/lib/contract/data-objects'
import { diffValues } from '@/lib/rotation/content/diff-values'
import { bytesFromBase64, textFromBytes } from '@/lib/rotation/content/text-bytes'

/** Two contents: JSON by its values or as text, other text by lines and words, all else by size and hash. */
export function ComparedContents({ before, after }: { before: ConfigContent; after: ConfigContent }) {
  const t = useTranslations('configs.compare')
  const [asked, setAsked] = useSearchParam('by', 'values')
  const [old, wanted] = useMemo(() => [sideOf(before), sideOf(after)], [before, after])
  const values = useMemo(() => valuesOf(old, wanted), [old, wanted])
  if (before.sha256 === after.sha256) return <p className="text-muted">{t('same')}</p>
  if (!values) return <ContentDifference before={old} after={wanted} />
  const mode = asked === 'text' ? 'text' : 'values'
  return (
    <div>
      <ViewSwitch label={t('by')} modes={['values', 'text']} value={mode} onChange={setAsked} />
      {mode === 'text' ? (
        <ContentDifference before={old} after={wanted} />
      ) : (
        <ValueDifference changes={values} beforeName={old.name} afterName={wanted.name} />
      )}
    </div>
  )
}

function sideOf({ name, dataBase64, sha256 }: ConfigContent): Side {
  return { name, bytes: bytesFromBase64(dataBase64), sha256 }
}

function valuesOf(before: Side, after: Side) {
  const [old, wanted] = [textFromBytes(before.bytes), textFromBytes(after.bytes)]
  return old && wanted && diffValues(old.text, wanted.text)
}

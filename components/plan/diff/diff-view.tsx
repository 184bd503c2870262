'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { DiffRow, TextDiff } from '@/lib/rotation/content/diff'
import { diffSections } from '@/lib/rotation/content/diff-sections'
import { DiffNames } from './diff-names'
import { DiffRowView } from './diff-row'

type Props = { diff: TextDiff; beforeName: string; afterName: string }

// Nobody reads further, and each row costs the page some elements.
const mostRows = 2_000

/** What a new text changes: side by side where there is room, below one another where there is not. */
export function DiffView({ diff, beforeName, afterName }: Props) {
  const t = useTranslations('rotation.diff')
  const sections = useMemo(() => diffSections(diff.rows.slice(0, mostRows)), [diff])
  const hidden = diff.rows.length - mostRows
  return (
    <figure aria-label={t('label')} className="@container overflow-hidden rounded-lg border border-line bg-surface">
      <figcaption className="flex flex-wrap gap-x-4 border-line border-b bg-sunken px-3 py-1.5 text-muted text-sm">
        <DiffNames before={beforeName} after={afterName} />
        <span className="tabular-nums">{t('counts', { added: diff.added, removed: diff.removed })}</span>
      </figcaption>
      <div className="max-h-[60vh] overflow-y-auto py-1 font-mono text-xs leading-5">
        {sections.map((section) => {
          const key = keyOf(section.rows[0])
          if (section.kind === 'shown') return <Rows key={key} rows={section.rows} />
          return <FoldedRows key={key} rows={section.rows} />
        })}
        {hidden > 0 && <p className="px-3 py-1 font-sans text-muted text-sm">{t('tooLong', { count: hidden })}</p>}
      </div>
    </figure>
  )
}

function Rows({ rows }: { rows: DiffRow[] }) {
  return rows.map((row) => <DiffRowView key={keyOf(row)} row={row} />)
}

function FoldedRows({ rows }: { rows: DiffRow[] }) {
  const t = useTranslations('rotation.diff')
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen) return <Rows rows={rows} />
  return (
    <Button
      variant="quiet"
      size="sm"
      className="my-0.5 w-full justify-start rounded-none bg-sunken font-normal font-sans pointer-coarse:min-h-7"
      onClick={() => setIsOpen(true)}
    >
      {t('folded', { count: rows.length })}
    </Button>
  )
}

const keyOf = (row: DiffRow | undefined) => `${row?.before?.number ?? ''}:${row?.after?.number ?? ''}`

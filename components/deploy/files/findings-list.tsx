'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { StateShape, type Tone } from '@/components/ui/state-shape'
import type { Finding, TextEdit } from '@/lib/compose/finding'
import { bySeverity, correctionsOf } from './order-findings'
import { useFindingText } from './use-finding-text'

const tones: Record<Finding['severity'], Tone> = { error: 'failing', warning: 'attention', info: 'neutral' }

/** So many are read before anybody asks for the rest. */
const shownAtFirst = 8

type Props = {
  findings: readonly Finding[]
  /** The files have changed since: places and corrections may be off by now. */
  isOld: boolean
  onShow: (file: string, start: number) => void
  onEdit: (edits: readonly TextEdit[]) => void
}

/** Everything that there is to say about the files, the gravest first, with the corrections that one click makes. */
export function FindingsList({ findings, isOld, onShow, onEdit }: Props) {
  const t = useTranslations('deploy.findings')
  const [showsAll, setShowsAll] = useState(false)
  const ordered = bySeverity(findings)
  const shown = showsAll ? ordered : ordered.slice(0, shownAtFirst)
  const corrections = correctionsOf(findings)
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  if (findings.length === 0) return null
  return (
    <section aria-label={t('title')}>
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <p aria-live="polite" className="text-muted text-sm">
          {t('count', { errors: count('error'), warnings: count('warning'), infos: count('info') })}
        </p>
        {corrections.length > 1 && (
          <Button
            size="sm"
            disabledReason={isOld && t('planning')}
            onClick={() => onEdit(corrections.flatMap(({ edits }) => edits))}
          >
            {t('correctAll', { count: corrections.length })}
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {shown.map((finding) => (
          <FindingRow key={keyOf(finding)} finding={finding} isOld={isOld} onShow={onShow} onEdit={onEdit} />
        ))}
      </ul>
      {ordered.length > shown.length && (
        <Button variant="quiet" size="sm" className="mt-1" onClick={() => setShowsAll(true)}>
          {t('more', { count: ordered.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

const keyOf = ({ code, file, start, params }: Finding) =>
  `${code} ${file ?? ''} ${start ?? ''} ${JSON.stringify(params)}`

function FindingRow({ finding, isOld, onShow, onEdit }: Omit<Props, 'findings'> & { finding: Finding }) {
  const t = useTranslations('deploy.findings')
  const say = useFindingText()
  const { severity, file, line, column, start, edits } = finding
  const { title, hint } = say(finding)
  return (
    <li className="flex items-start gap-2.5 px-3 py-2">
      <StateShape tone={tones[severity]} className="mt-1.25" />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 max-w-prose flex-1 basis-64 break-words">
          <span className="sr-only">{t(severity)}: </span>
          {title}
          <span className="block text-muted text-sm">{hint}</span>
        </p>
        <span className="flex shrink-0 items-center gap-1">
          {file !== null && start !== null && (
            <button
              type="button"
              className="rounded-sm px-1 text-accent text-sm tabular-nums hover:underline pointer-coarse:min-h-10"
              onClick={() => onShow(file, start)}
            >
              {t('place', { file, line: line ?? 1, column: column ?? 1 })}
            </button>
          )}
          {edits.length > 0 && (
            <Button size="sm" disabledReason={isOld && t('planning')} onClick={() => onEdit(edits)}>
              {t('correct')}
            </Button>
          )}
        </span>
      </div>
    </li>
  )
}

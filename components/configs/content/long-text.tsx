'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { FindBar } from './find-bar'
import type { TextLine } from './split-lines'
import { useFind } from './use-find'
import { VirtualLines } from './virtual-lines'

/** Text that is too long to be on the page at once, and therefore brings a search of its own. */
export function LongText({ lines, label }: { lines: readonly TextLine[]; label: string }) {
  const t = useTranslations('configs.content')
  const find = useFind(lines)
  // Parts of a line have no number.
  const count = lines.findLast((line) => line.number !== null)?.number ?? 0
  const digits = String(count).length
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <FindBar find={find} />
        <span className="text-muted text-sm">{t('lines', { count })}</span>
      </div>
      <VirtualLines
        count={lines.length}
        label={label}
        goTo={find.line}
        renderLine={(index) => {
          const line = lines[index]
          if (!line) return null
          return (
            <span className={clsx('block pr-4', index === find.line && 'bg-attention-soft')}>
              <span
                aria-hidden
                className="inline-block select-none pr-3 pl-4 text-right text-faint"
                style={{ width: `calc(${digits}ch + 1.75rem)` }}
              >
                {line.number ?? '·'}
              </span>
              {line.text}
            </span>
          )
        }}
      />
    </>
  )
}

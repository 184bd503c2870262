import { clsx } from 'clsx'
import type { CSSProperties } from 'react'
import { scrollable } from './scrollable'

type Props = {
  code: string
  /** What it is, for screen readers. */
  label: string
  /** Long lines are wrapped instead of scrolled. */
  wrap?: boolean
  /** Lines, counted from 1, that are marked. */
  marked?: readonly number[]
  className?: string
}

/** Text to read, with line numbers that are not copied along. Lines out of sight cost nothing to draw. */
export function CodeView({ code, label, wrap = false, marked = [], className }: Props) {
  const lines = code
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ text, number: index + 1 }))
  const gutter: CSSProperties & Record<'--digits', number> = { '--digits': String(lines.length).length }
  return (
    <figure
      aria-label={label}
      {...scrollable}
      className={clsx('max-h-[70vh] overflow-auto rounded-lg border border-line bg-sunken', className)}
    >
      <pre style={gutter} className="w-max min-w-full py-2 text-sm leading-5">
        {lines.map(({ text, number }) => (
          <code
            key={number}
            data-line={number}
            className={clsx(
              'grid grid-cols-[calc(var(--digits)*1ch+1.75rem)_1fr] pr-4 [contain-intrinsic-size:auto_1.25rem] [content-visibility:auto]',
              'before:select-none before:pr-3 before:text-right before:text-faint before:content-[attr(data-line)]',
              wrap ? 'w-full whitespace-pre-wrap break-all' : 'whitespace-pre',
              marked.includes(number) && 'bg-attention-soft',
            )}
          >
            {text || ' '}
          </code>
        ))}
      </pre>
    </figure>
  )
}

'use client'

import { clsx } from 'clsx'

type Props = {
  /** What it is an amount of, for screen readers. */
  label: string
  /** From 0 to 1; more than 1 is drawn full. */
  share: number
  /** "1.5 of 4 CPUs". */
  text: string
  className?: string
}

/** From here on there is little left to give. */
const tightShare = 0.9

/** A part of a whole as words and as a bar. */
export function AmountBar({ label, share, text, className }: Props) {
  const filled = Math.min(1, Math.max(0, share))
  return (
    <span title={label} className={clsx('inline-flex w-full min-w-28 flex-col gap-1', className)}>
      <span className="whitespace-nowrap text-muted tabular-nums">{text}</span>
      <span aria-hidden className="h-1 w-full overflow-hidden rounded-full bg-pressed">
        <span
          className={clsx('block h-full rounded-full', share >= tightShare ? 'bg-attention' : 'bg-accent-solid')}
          style={{ width: `${filled * 100}%` }}
        />
      </span>
    </span>
  )
}

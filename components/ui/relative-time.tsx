'use client'

import { useFormatter } from 'use-intl'
import { useRelativeTime } from './time/use-relative-time'

type Props = {
  /** UTC milliseconds. */
  at: number
  className?: string
}

/** "5 minutes ago", exact to the second on hover, in the reader's zone. Keeps itself up to date. */
export function RelativeTime({ at, className }: Props) {
  const format = useFormatter()
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at, exact)} className={className}>
      {useRelativeTime(at)}
    </time>
  )
}

const exact = { dateStyle: 'full', timeStyle: 'long' } as const

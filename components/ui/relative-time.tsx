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
    // The server and the browser may know different editions of the language rules, and say it a little differently.
    <time
      suppressHydrationWarning
      dateTime={new Date(at).toISOString()}
      title={format.dateTime(at, exact)}
      className={className}
    >
      {useRelativeTime(at)}
    </time>
  )
}

const exact = { dateStyle: 'full', timeStyle: 'long' } as const

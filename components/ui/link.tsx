import { clsx } from 'clsx'
import NextLink from 'next/link'
import type { ComponentProps } from 'react'

type Props = ComponentProps<typeof NextLink> & {
  /** `accent` in sentences; `name` for an object's name in a table, where twenty coloured links would be noise. */
  tone?: 'accent' | 'name' | 'muted'
}

const tones = {
  accent: 'text-accent underline decoration-accent-line underline-offset-2 hover:decoration-current',
  name: 'font-medium text-ink underline decoration-transparent underline-offset-2 hover:text-accent hover:decoration-current',
  muted: 'text-muted underline decoration-transparent underline-offset-2 hover:text-ink hover:decoration-current',
}

/** A link inside Skep. Not fetched ahead: a table of fifty names would ask for fifty pages as it comes into view. */
export function Link({ tone = 'accent', className, prefetch = false, ...props }: Props) {
  return (
    <NextLink {...props} prefetch={prefetch} className={clsx('rounded-sm transition-colors', tones[tone], className)} />
  )
}

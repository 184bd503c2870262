'use client'

import { clsx } from 'clsx'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'

type Props = { label: string; places: readonly { href: string; label: string }[] }

/** Sibling pages under one title. They look like Tabs, and are links, since each is a page of its own. */
export function SubNavigation({ label, places }: Props) {
  const path = usePathname()
  return (
    <nav aria-label={label} className="mb-5 flex gap-5 overflow-x-auto shadow-[inset_0_-1px_var(--line)]">
      {places.map(({ href, label }) => (
        <NextLink
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className={clsx(
            'flex h-9 shrink-0 items-center border-b-2 transition-colors focus-visible:-outline-offset-2 pointer-coarse:h-11',
            path === href ? 'border-accent-solid text-ink' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {label}
        </NextLink>
      ))}
    </nav>
  )
}

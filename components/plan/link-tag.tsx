import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/** For messages with links in them: `t.rich('key', { link: linkTag(page.stack(name)) })`. */
export function linkTag(href: string, tone: 'accent' | 'name' | 'muted' = 'accent') {
  return (children: ReactNode) => (
    <Link href={href} tone={tone} className="break-words">
      {children}
    </Link>
  )
}

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** What this is for. */
  children?: ReactNode
  /** The next step: a button or a link. */
  action?: ReactNode
  icon?: LucideIcon
}

/** Nothing here yet: says what would be, and how to begin. */
export function EmptyState({ title, children, action, icon: Icon }: Props) {
  return (
    <div className="flex flex-col items-start gap-1 rounded-lg border border-line border-dashed px-5 py-6">
      {Icon && <Icon aria-hidden className="mb-2 size-5 text-faint" />}
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}

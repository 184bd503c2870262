import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

type Props = {
  title: string
  /** Where this page hangs: [{ label: 'Stacks', href: '/stacks' }]. */
  trail?: readonly { label: string; href: string }[]
  /** Beside the title: the badge of its state. */
  badge?: ReactNode
  /** One line that says its state in words: "4 of 5 services running; todo-db has no node to run on". */
  state?: ReactNode
  /** Buttons, at the right. */
  actions?: ReactNode
}

/** The head of every page: what it is, how it is, what can be done. */
export function PageHeader({ title, trail = [], badge, state, actions }: Props) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-3xl">
        {trail.length > 0 && (
          <p className="mb-0.5 text-sm">
            {trail.map((step, index) => (
              <span key={step.href}>
                {index > 0 && (
                  <span aria-hidden className="mx-1.5 text-faint">
                    /
                  </span>
                )}
                <Link href={step.href} tone="muted">
                  {step.label}
                </Link>
              </span>
            ))}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 wrap-anywhere font-semibold text-xl tracking-tight">{title}</h1>
          {badge}
        </div>
        {state && <p className="mt-0.5 text-muted">{state}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}

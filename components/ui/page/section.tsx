import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

type Props = {
  title: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Draws a frame around the content, for what is not a table and has no frame of its own. */
  framed?: boolean
  className?: string
}

/** A part of a page under a heading. */
export function Section({ title, description, actions, children, framed = false, className }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={clsx('mt-8 first:mt-0', className)}>
      <div className="mb-2.5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="max-w-prose">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {description && <p className="text-muted text-sm">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {framed ? <div className="rounded-lg border border-line bg-surface p-4">{children}</div> : children}
    </section>
  )
}

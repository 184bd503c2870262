import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** Terms and what they are, in two columns. */
export function DescriptionList({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={clsx(
        'grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 gap-y-2 text-sm sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)] sm:gap-x-6',
        className,
      )}
    >
      {children}
    </dl>
  )
}

/** One pair of a DescriptionList. Without content it says that there is none, by a dash. */
export function Description({ term, children }: { term: string; children?: ReactNode }) {
  const isEmpty = children === null || children === undefined || children === ''
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{isEmpty ? <span className="text-faint">–</span> : children}</dd>
    </>
  )
}

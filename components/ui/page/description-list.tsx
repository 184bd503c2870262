import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** Terms and what they are, in two columns; below one another where it is narrow. */
export function DescriptionList({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={clsx(
        'grid grid-cols-1 text-sm sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)] sm:gap-x-6 sm:gap-y-2',
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
      <dd className="mb-2 min-w-0 break-words sm:mb-0">{isEmpty ? <span className="text-faint">–</span> : children}</dd>
    </>
  )
}

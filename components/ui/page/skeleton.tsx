import { clsx } from 'clsx'

/** A place where something will be in a moment. Give it the size of that thing. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx('animate-breathe rounded-sm bg-pressed', className)} />
}

const widths = ['w-40', 'w-56', 'w-32', 'w-48', 'w-36', 'w-52']

/** A page with a title and a table that are on their way. */
export function PageSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="block">
      <Skeleton className="mb-2 h-6 w-44" />
      <Skeleton className="mb-6 h-4 w-72" />
      <div className="divide-y divide-line rounded-lg border border-line bg-surface">
        {widths.map((width) => (
          <div key={width} className="flex items-center gap-6 px-4 py-3">
            <Skeleton className={clsx('h-3.5', width)} />
            <Skeleton className="ml-auto h-3.5 w-16" />
          </div>
        ))}
      </div>
    </output>
  )
}

import type { ReactNode } from 'react'

type Props = { number: number; title: string; description?: ReactNode; children: ReactNode }

/** One step of the guide. All are on one page, since each is read in the light of the others. */
export function RotationStep({ number, title, description, children }: Props) {
  return (
    <section className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-line border-t py-6 first:border-t-0 first:pt-0">
      <span
        aria-hidden
        className="flex size-5 items-center justify-center rounded-full border border-line-strong text-2xs text-muted tabular-nums"
      >
        {number}
      </span>
      <div className="min-w-0">
        <h2 className="font-semibold text-base">{title}</h2>
        {description && <p className="max-w-prose text-muted text-sm">{description}</p>}
        <div className="mt-3">{children}</div>
      </div>
    </section>
  )
}

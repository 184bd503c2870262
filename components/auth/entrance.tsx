import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'

type Props = {
  title: string
  intro?: ReactNode
  /** What Skep is for, for those who come the first time. */
  tagline: string
  children: ReactNode
}

/** The pages before one is signed in: the sign, and a narrow form. */
export function Entrance({ title, intro, tagline, children }: Props) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[12vh] pb-10">
      <div className="w-full max-w-form">
        <div className="mb-6 flex items-center gap-3">
          <Logo className="size-9" />
          <div>
            <p className="font-semibold text-xl leading-6 tracking-tight">Skep</p>
            <p className="text-muted text-sm">{tagline}</p>
          </div>
        </div>
        <div className="rounded-lg border border-line bg-surface p-5 shadow-raised sm:p-6">
          <h1 className="font-semibold text-lg">{title}</h1>
          {intro && <p className="mt-1 text-muted">{intro}</p>}
          <div className="mt-5">{children}</div>
        </div>
      </div>
    </main>
  )
}

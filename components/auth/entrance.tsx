import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'

/** The pages before one is signed in: the sign, and a narrow form. */
export function Entrance({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[14vh] pb-10">
      <div className="w-full max-w-form">
        <p className="mb-8 flex items-center gap-2.5">
          <Logo className="size-7" />
          <span className="font-semibold text-xl tracking-tight">Skep</span>
        </p>
        <h1 className="font-semibold text-lg">{title}</h1>
        {intro && <p className="mt-1 text-muted">{intro}</p>}
        <div className="mt-5">{children}</div>
      </div>
    </main>
  )
}

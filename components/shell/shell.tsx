'use client'

import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DialogHost } from '@/components/ui/dialog-host'
import { Logo } from '@/components/ui/logo'
import { CurrentUserProvider } from '@/lib/browser/current-user'
import type { CurrentUser } from '@/lib/contract/session'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { Banner } from './banner'
import { Keyboard } from './keyboard'
import { Navigation } from './navigation'
import { TopBar } from './top-bar'

type Props = { user: CurrentUser; swarm: ViewOf<'swarm'>; operations: ViewOf<'operations'>; children: ReactNode }

/** The frame around every signed-in page: where one can go, how the swarm is, what is under way. */
export function Shell({ user, swarm, operations, children }: Props) {
  const t = useTranslations('shell')
  return (
    <CurrentUserProvider user={user}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-raised px-3 py-1.5 shadow-overlay focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <div className="min-h-dvh lg:pl-52">
        <aside className="fixed inset-y-0 left-0 z-30 hidden w-52 flex-col border-line border-r bg-canvas lg:flex">
          <NextLink href={page.stacks()} className="m-2 flex h-9 items-center gap-2 self-start rounded-md px-2.5">
            <Logo className="size-5" />
            <span className="font-semibold text-lg tracking-tight">Skep</span>
          </NextLink>
          <Navigation />
        </aside>
        <TopBar swarm={swarm} operations={operations} />
        <Banner swarm={swarm} />
        <main id="content" tabIndex={-1} className="mx-auto max-w-screen-2xl px-4 py-5 focus:outline-none sm:px-6">
          <DialogHost>{children}</DialogHost>
        </main>
      </div>
      <Keyboard />
    </CurrentUserProvider>
  )
}

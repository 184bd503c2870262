'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/icon-button'
import { KeyHint } from '@/components/ui/key-hint'
import type { ViewOf } from '@/lib/contract/topics'
import { NavigationDrawer } from './navigation-drawer'
import { OperationsIndicator } from './operations-indicator'
import { openPalette } from './palette/open-palette'
import { SwarmStatus } from './swarm-status'
import { UserMenu } from './user-menu'

type Props = { swarm: ViewOf<'swarm'>; operations: ViewOf<'operations'> }

/** The line at the top that stays: how the swarm is, what is under way, the search, oneself. */
export function TopBar({ swarm, operations }: Props) {
  return (
    <header className="sticky top-0 z-20 flex h-top-bar items-center gap-1 border-line border-b bg-canvas px-2 sm:gap-2 lg:px-4">
      <NavigationDrawer />
      <SwarmStatus initial={swarm} />
      <div className="ml-auto flex items-center gap-1 sm:gap-2">
        <OperationsIndicator initial={operations} />
        <SearchButton />
        <UserMenu />
      </div>
    </header>
  )
}

function SearchButton() {
  const t = useTranslations('shell.palette')
  return (
    <>
      <button
        type="button"
        onClick={openPalette}
        className="hidden h-8 w-48 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-faint transition-colors hover:border-line-strong hover:text-muted md:flex"
      >
        <Search aria-hidden className="size-3.5" />
        <span className="flex-1 text-left">{t('open')}</span>
        <KeyHint keys="Ctrl K" />
      </button>
      <IconButton label={t('open')} icon={Search} onClick={openPalette} className="md:hidden" />
    </>
  )
}

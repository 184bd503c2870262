'use client'

import { Menu, X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Logo } from '@/components/ui/logo'
import { Navigation } from './navigation'

/** The navigation where there is no room for it beside the page: a drawer from the left. */
export function NavigationDrawer() {
  const t = useTranslations()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Radix.Root open={isOpen} onOpenChange={setIsOpen}>
      <Radix.Trigger asChild>
        <IconButton label={t('shell.openNavigation')} icon={Menu} className="lg:hidden" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim lg:hidden" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-40 flex w-64 max-w-full animate-slide-in flex-col bg-raised shadow-overlay lg:hidden"
        >
          <div className="flex h-top-bar shrink-0 items-center gap-2 px-4">
            <Logo className="size-5" />
            <Radix.Title className="flex-1 font-semibold text-lg tracking-tight">Skep</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('common.close')} icon={X} className="-mr-2" />
            </Radix.Close>
          </div>
          <Navigation onGo={() => setIsOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

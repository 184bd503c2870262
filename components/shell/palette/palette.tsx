'use client'

import { Command } from 'cmdk'
import { Boxes, FileCog, KeyRound, Layers, type LucideIcon, Server, SquareArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { allPlaces } from '@/components/shell/places'
import { KeyHint } from '@/components/ui/key-hint'
import { type Destination, rank } from './rank'
import { useDestinations } from './use-destinations'

/** More than these would not be read, but drawn at every letter. */
const shownAtMost = 40

const icons: Record<Destination['kind'], LucideIcon> = {
  page: SquareArrowRight,
  stack: Layers,
  service: Boxes,
  node: Server,
  config: FileCog,
  secret: KeyRound,
}

/** Goes to anything by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.palette')
  const router = useRouter()
  const [query, setQuery] = useState('')
  const destinations = useDestinations()
  const found = useMemo(() => rank(destinations, query), [destinations, query])
  const shown = found.slice(0, shownAtMost)

  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-40 mx-auto max-w-dialog animate-rise overflow-clip rounded-lg bg-raised shadow-overlay sm:top-[12vh]"
        >
          <Radix.Title className="sr-only">{t('label')}</Radix.Title>
          <Command shouldFilter={false} loop label={t('label')}>
            <Command.Input
              value={query}
              onValueChange={setQuery}
              placeholder={t('placeholder')}
              className="h-12 w-full border-line border-b bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="max-h-[50vh] scroll-py-1 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-muted">{t('nothing')}</Command.Empty>
              {shown.map((destination) => (
                <Command.Item
                  key={destination.href}
                  value={destination.href}
                  onSelect={() => {
                    onClose()
                    router.push(destination.href)
                  }}
                  className="flex h-9 items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-hover pointer-coarse:h-11"
                >
                  <Line destination={destination} kind={t(destination.kind)} />
                </Command.Item>
              ))}
              {found.length > shown.length && (
                <p className="px-2.5 py-2 text-muted text-sm">{t('more', { count: found.length - shown.length })}</p>
              )}
            </Command.List>
          </Command>
          <footer className="flex gap-4 border-line border-t px-4 py-2 text-muted text-xs pointer-coarse:hidden">
            <Hint keys="↑ ↓">{t('toMove')}</Hint>
            <Hint keys="Enter">{t('toOpen')}</Hint>
            <Hint keys="Esc">{t('toClose')}</Hint>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Line({ destination, kind }: { destination: Destination; kind: string }) {
  const Icon = allPlaces.find((place) => place.href === destination.href)?.icon ?? icons[destination.kind]
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1 truncate">{destination.name}</span>
      {destination.keys ? (
        <span aria-hidden className="pointer-coarse:hidden">
          <KeyHint keys={destination.keys} />
        </span>
      ) : (
        <span className="text-faint text-xs">{kind}</span>
      )}
    </>
  )
}

function Hint({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      <KeyHint keys={keys} />
      {children}
    </span>
  )
}

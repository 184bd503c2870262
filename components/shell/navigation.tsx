'use client'

import { clsx } from 'clsx'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useCurrentUser } from '@/lib/browser/current-user'
import { isAt, placeGroups } from './places'

/** The places, in groups, with the present one marked. `onGo` closes the drawer that it may be in. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const t = useTranslations('shell')
  const path = usePathname()
  const { may } = useCurrentUser()
  return (
    <nav aria-label={t('navigation')} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2 pb-3">
      {placeGroups.map((group) => (
        <ul key={group[0]?.id} className="space-y-px last:mt-auto">
          {group
            .filter((place) => may.includes(place.action))
            .map((place) => {
              const isHere = isAt(place, path)
              return (
                <li key={place.id}>
                  <NextLink
                    href={place.href}
                    aria-current={isHere ? 'page' : undefined}
                    onClick={onGo}
                    className={clsx(
                      'flex h-8 items-center gap-2.5 rounded-md px-2.5 transition-colors pointer-coarse:h-11',
                      isHere ? 'bg-pressed font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
                    )}
                  >
                    <place.icon aria-hidden className={clsx('size-4 shrink-0', isHere && 'text-accent')} />
                    {t(`place.${place.id}`)}
                  </NextLink>
                </li>
              )
            })}
        </ul>
      ))}
    </nav>
  )
}

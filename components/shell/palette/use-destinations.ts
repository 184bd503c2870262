'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { allPlaces } from '@/components/shell/places'
import { useCurrentUser } from '@/lib/browser/current-user'
import { useLive } from '@/lib/browser/use-live'
import { page } from '@/lib/paths/page'
import type { Destination } from './rank'

/** Everything that can be gone to. Asks the stream for the lists while it is used, and only then. */
export function useDestinations(): Destination[] {
  const t = useTranslations('shell.place')
  const { may } = useCurrentUser()
  const stacks = useLive('stacks', null).view
  const services = useLive('services', null).view
  const nodes = useLive('nodes', null).view
  const configs = useLive('configs', null).view
  const secrets = useLive('secrets', null).view

  return useMemo(() => {
    const pages = allPlaces
      .filter((place) => may.includes(place.action))
      .map(
        (place): Destination => ({
          kind: 'page',
          name: t(place.id),
          href: place.href,
          keys: place.key && `g ${place.key}`,
        }),
      )
    return [
      ...pages,
      ...(stacks?.rows ?? []).map(({ name }): Destination => ({ kind: 'stack', name, href: page.stack(name) })),
      ...(services?.rows ?? []).map(({ name }): Destination => ({ kind: 'service', name, href: page.service(name) })),
      ...(nodes?.rows ?? []).map(
        (node): Destination => ({ kind: 'node', name: node.hostname, href: page.node(node.id) }),
      ),
      ...(configs?.rows ?? []).map(({ name }): Destination => ({ kind: 'config', name, href: page.config(name) })),
      ...(secrets?.rows ?? []).map(({ name }): Destination => ({ kind: 'secret', name, href: page.secret(name) })),
    ]
  }, [t, may, stacks, services, nodes, configs, secrets])
}

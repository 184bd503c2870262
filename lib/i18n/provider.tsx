'use client'

import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { IntlProvider, type Messages } from 'use-intl'
import { setCookie } from '@/lib/browser/set-cookie'
import { type Locale, timeZoneCookie } from './locales'

export type ProviderProps = { timeZone: string; now: number; children: ReactNode }

/**
 * Gives client components their sentences. Each language has a provider of its own (provider-en.tsx, provider-ko.tsx), so
 * that a page loads one language, from a file that the browser keeps.
 */
export function Provider({
  locale,
  messages,
  timeZone,
  now,
  children,
}: ProviderProps & { locale: Locale; messages: Messages }) {
  const zone = useReadersZone(timeZone)
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={zone} now={new Date(now)}>
      {children}
    </IntlProvider>
  )
}

/** The first page is made in the server's zone, since nothing tells the reader's; the next ones are right from the start. */
function useReadersZone(serverZone: string): string {
  const zone = useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone || serverZone,
    () => serverZone,
  )
  useEffect(() => {
    if (zone !== serverZone) setCookie(timeZoneCookie, zone)
  }, [zone, serverZone])
  return zone
}

import 'server-only'
import { cookies, headers } from 'next/headers'
import { isLocale, isTimeZone, type Locale, localeCookie, negotiateLocale, timeZoneCookie } from './locales'

export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  if (isLocale(chosen)) return chosen
  return negotiateLocale((await headers()).get('accept-language'))
}

/** UTC until the browser has told its zone, which it does on its first page. */
export async function requestTimeZone(): Promise<string> {
  const told = decodeURIComponent((await cookies()).get(timeZoneCookie)?.value ?? '')
  return isTimeZone(told) ? told : 'UTC'
}

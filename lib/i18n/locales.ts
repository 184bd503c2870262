export const locales = ['en', 'ko'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

/** Set by the language menu, read by the server. Not http-only: the page itself writes it. */
export const localeCookie = 'skep_locale'

/** The reader's time zone, which no request header tells; see provider.tsx. */
export const timeZoneCookie = 'skep_time_zone'

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** The language that a browser prefers among ours, by `Accept-Language` with its weights. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
      return { language: tag.split('-')[0], quality: weight ? Number(weight.slice(2)) : 1, position }
    })
    .filter((wish) => wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.position - b.position)

  const match = wishes.find((wish) => isLocale(wish.language))?.language
  return isLocale(match) ? match : defaultLocale
}

export function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

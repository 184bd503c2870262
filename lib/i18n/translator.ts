import 'server-only'
import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import type { Locale } from './locales'
import { requestLocale } from './request-locale'

async function messagesFor(locale: Locale): Promise<Messages> {
  const loaded = locale === 'ko' ? await import('@/messages/ko.json') : await import('@/messages/en.json')
  return loaded.default
}

/** For server components: `const t = await translator('stacks')`. Client components say `useTranslations('stacks')`. */
export async function translator<const N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(namespace: N) {
  const locale = await requestLocale()
  return createTranslator<Messages, N>({ locale, namespace, messages: await messagesFor(locale) })
}

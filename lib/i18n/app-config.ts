import type messages from '@/messages/en.json'
import type { Locale } from './locales'

// A message that does not exist is a type error. An interface, because that is what use-intl lets us extend.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}

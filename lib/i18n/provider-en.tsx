'use client'

import messages from '@/messages/en.json'
import { Provider, type ProviderProps } from './provider'

export function EnglishProvider(props: ProviderProps) {
  return <Provider {...props} locale="en" messages={messages} />
}

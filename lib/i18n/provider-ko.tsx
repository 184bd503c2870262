'use client'

// Korean alone needs a face of its own; the browser fetches only the parts whose characters are on the page.
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'
import messages from '@/messages/ko.json'
import { Provider, type ProviderProps } from './provider'

export function KoreanProvider(props: ProviderProps) {
  return <Provider {...props} locale="ko" messages={messages} />
}

import { createTranslator } from 'use-intl/core'
import type { ProblemView } from '@/lib/contract/operations'
import type { Params } from '@/lib/errors/app-error'
import { messageValues } from '@/lib/errors/message-values'
import messages from '@/messages/en.json'

const t = createTranslator({ locale: 'en', messages })

type Key = Parameters<typeof t>[0]

/** A code in English, for programs and their logs; the code itself where there is no sentence for it. */
export function inEnglish(namespace: 'compose.findings' | 'deploy.problems', code: string, params?: Params): string {
  const key = `${namespace}.${code}`
  return isKey(key) ? t(key, messageValues(params)) : code
}

/** What happened, with the engine's own words for it. */
export function problemText({ code, params }: ProblemView): string {
  const title = t(`errors.${code}.title`, messageValues(params))
  const { engineText } = params
  return typeof engineText === 'string' && engineText !== '' ? `${title}: ${engineText}` : title
}

function isKey(key: string): key is Key {
  let node: unknown = messages
  for (const part of key.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return false
    node = Reflect.get(node, part)
  }
  return typeof node === 'string'
}

'use client'

import { useMemo } from 'react'
import { useMessages, useTranslations } from 'use-intl'
import type { Params } from '@/lib/errors/app-error'
import { messageValues } from '@/lib/errors/message-values'

/** Namespaces whose keys are codes that come from the server. */
export type CodedNamespace =
  | 'errors'
  | 'fields'
  | 'reasons'
  | 'notes'
  | 'steps'
  | 'titles'
  | 'activity.actions'
  | 'cleanUp.reasons'
  | 'compose.findings'
  | 'compose.rebuild'
  | 'deploy.problems'
  | 'deploy.services'
  | 'deploy.objects'
  | 'stackFiles.problems'

/**
 * Renders a code with its parameters: `const say = useCodedText('reasons')`, then `say(reason.code, reason.params)`. A
 * code that this page has no sentence for (it is older than the server) is shown as it is.
 */
export function useCodedText(namespace: CodedNamespace) {
  const t = useTranslations()
  const messages = useMessages()
  return useMemo(() => {
    type Key = Parameters<typeof t>[0]
    const hasText = (key: string): key is Key => typeof textAt(messages, key) === 'string'
    return (code: string, params?: Params): string => {
      const key = `${namespace}.${code}`
      return hasText(key) ? t(key, messageValues(params)) : code
    }
  }, [namespace, t, messages])
}

function textAt(messages: object, path: string): unknown {
  return path.split('.').reduce<unknown>((node, name) => {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined
    return Object.getOwnPropertyDescriptor(node, name)?.value
  }, messages)
}

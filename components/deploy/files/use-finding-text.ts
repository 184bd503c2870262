'use client'

import { useCallback } from 'react'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { Finding } from '@/lib/compose/finding'
import type { Params } from '@/lib/errors/app-error'

/** Where the server imagines a stack's files to be; nobody who reads has such a folder. */
const projectDir = '/stack/'

/** A finding as a sentence. */
export function useFindingText(): (finding: Finding) => string {
  const say = useCodedText('compose.findings')
  return useCallback(({ code, params }) => say(code, { ...params, ...wordsFor(params) }), [say])
}

/** An empty text cannot be chosen by in a message, so whether there is one is told beside it. */
function wordsFor({ meant, path }: Finding['params']): Params {
  const hasMeant = typeof meant === 'string' && meant !== ''
  if (typeof path !== 'string' || !path.startsWith(projectDir)) return { hasMeant }
  return { hasMeant, path: path.slice(projectDir.length) }
}

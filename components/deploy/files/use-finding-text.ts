'use client'

import { useCallback } from 'react'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { Finding } from '@/lib/compose/finding'
import type { Params } from '@/lib/errors/app-error'

/** Where the server imagines a stack's files to be; nobody who reads has such a folder. */
const projectDir = '/stack/'

/** What is the matter, and what to do about it. */
export type FindingText = { title: string; hint: string }

/** A finding in words. */
export function useFindingText(): (finding: Finding) => FindingText {
  const say = useCodedText('compose.findings')
  return useCallback(
    ({ code, params }) => {
      const shown = withoutProjectDir(params)
      return { title: say(`${code}.title`, shown), hint: say(`${code}.hint`, shown) }
    },
    [say],
  )
}

function withoutProjectDir(params: Params): Params {
  const { path } = params
  if (typeof path !== 'string' || !path.startsWith(projectDir)) return params
  return { ...params, path: path.slice(projectDir.length) }
}

'use client'

import { useMemo } from 'react'
import { CodeView } from '@/components/ui/code-view'
import { LongText } from './long-text'
import { splitLines } from './split-lines'

/** Up to here every line is on the page, and the browser's own search finds it. */
const shortText = 1500

/** Text with line numbers, of any length. */
export function TextView({ text, label }: { text: string; label: string }) {
  const lines = useMemo(() => splitLines(text), [text])
  return lines.length <= shortText ? (
    <CodeView code={text} label={label} wrap />
  ) : (
    <LongText lines={lines} label={label} />
  )
}

'use client'

import { useEffect, useRef } from 'react'
import type { ContentFormat } from '@/lib/contract/data-objects'
import type { TextFile } from '@/lib/rotation/content/text-bytes'
import { createEditor } from './create-editor'

type Props = {
  label: string
  describedBy?: string
  /** Read once, when the editor appears: from then on the text is the editor's own. */
  initialText: string
  lineEnding: TextFile['lineEnding']
  format: ContentFormat
  isReadOnly: boolean
  onChange: (text: string) => void
}

/** CodeMirror with the look of our fields. A module of its own, because it is loaded only when somebody edits. */
export function CodeEditor({ label, describedBy, initialText, lineEnding, format, isReadOnly, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const begin = useRef({ initialText, lineEnding, format, label, describedBy })
  const listener = useRef(onChange)

  useEffect(() => {
    listener.current = onChange
  })

  useEffect(() => {
    const parent = place.current
    if (!parent) return undefined
    const start = begin.current
    const view = createEditor({ ...start, parent, isReadOnly, onChange: (text) => listener.current(text) })
    // What was typed before it became read-only is where the next editor begins.
    return () => {
      start.initialText = view.text()
      view.destroy()
    }
  }, [isReadOnly])

  return <div ref={place} className="min-w-0" />
}

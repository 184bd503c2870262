'use client'

import { useEffect, useRef } from 'react'
import { createEditor, type EditorOptions } from './create-editor'

type Props = Pick<EditorOptions, 'label' | 'describedBy' | 'lineEnding' | 'language' | 'onChange'> & {
  /** Read once, when the editor appears: from then on the text is the editor's own. */
  initialText: string
  isReadOnly: boolean
}

/** CodeMirror with the look of our fields. A module of its own, because it is loaded only when somebody edits. */
export function CodeEditor({ label, describedBy, initialText, lineEnding, language, isReadOnly, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const begin = useRef({ initialText, lineEnding, language, label, describedBy })
  const listener = useRef(onChange)

  useEffect(() => {
    listener.current = onChange
  })

  useEffect(() => {
    const parent = place.current
    if (!parent) return undefined
    const start = begin.current
    const editor = createEditor({ ...start, parent, isReadOnly, onChange: (text) => listener.current(text) })
    // What was typed before it became read-only is where the next editor begins.
    return () => {
      start.initialText = editor.text()
      editor.destroy()
    }
  }, [isReadOnly])

  return <div ref={place} className="min-w-0" />
}

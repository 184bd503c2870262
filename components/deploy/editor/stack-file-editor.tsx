'use client'

import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { createEditor, type EditorLanguage } from '@/components/ui/editor/create-editor'
import { lineEndingOf } from '@/lib/rotation/content/text-bytes'
import { completion } from './completion'
import type { Mark } from './marks'
import { marksTheme } from './marks-theme'
import { replacement, toEditor } from './positions'
import type { Surroundings } from './suggest'
import type { Suggestion } from './suggestion'

type Props = {
  label: string
  text: string
  language: EditorLanguage
  marks: readonly Mark[]
  /** A place to show, once for each object. */
  goTo: { start: number } | null
  /** Without it nothing is completed. */
  around: Surroundings | null
  describe: (suggestion: Suggestion) => string | undefined
  onChange: (text: string) => void
}

/** One file of a stack in CodeMirror. The text is the draft's: what changes there, by a correction say, changes here. */
export function StackFileEditor(props: Props) {
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<ReturnType<typeof createEditor>>(null)
  const latest = useRef(props)
  const { text, marks, goTo } = props
  const lineEnding = lineEndingOf(text)

  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const parent = place.current
    if (!parent) return undefined
    const { label, language, text: initialText, around } = latest.current
    const offered = {
      around: () => latest.current.around ?? { names: noNames, otherTexts: [], variables: [] },
      describe: (suggestion: Suggestion) => latest.current.describe(suggestion),
    }
    const made = createEditor({
      parent,
      label,
      language,
      initialText,
      lineEnding,
      onChange: (typed) => latest.current.onChange(typed),
      extensions: [marksTheme, lintGutter(), keymap.of(lintKeymap), around ? completion(offered) : []],
    })
    editor.current = made
    return () => {
      editor.current = null
      made.destroy()
    }
  }, [lineEnding])

  useEffect(() => {
    const made = editor.current
    if (!made || made.text() === text) return
    const change = replacement(made.view.state.doc.toString(), inEditor(text, lineEnding))
    if (change) made.view.dispatch({ changes: change })
  }, [text, lineEnding])

  useEffect(() => {
    const view = editor.current?.view
    if (!view) return
    const most = view.state.doc.length
    const inside = (offset: number) => Math.min(most, toEditor(latest.current.text, lineEnding, offset))
    const diagnostics = marks.map(({ start, end, severity, message, correction }) => ({
      from: inside(start),
      to: Math.max(inside(start), inside(end)),
      severity,
      message,
      actions: correction ? [{ name: correction.label, apply: correction.apply }] : [],
    }))
    view.dispatch(setDiagnostics(view.state, diagnostics))
  }, [marks, lineEnding])

  useEffect(() => {
    const view = editor.current?.view
    if (!view || !goTo) return
    const anchor = Math.min(view.state.doc.length, toEditor(latest.current.text, lineEnding, goTo.start))
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    view.focus()
  }, [goTo, lineEnding])

  return <div ref={place} className="min-w-0" />
}

const noNames: Surroundings['names'] = { networks: [], volumes: [], configs: [], secrets: [], nodes: [] }

function inEditor(text: string, lineEnding: string): string {
  return lineEnding === '\r\n' ? text.replaceAll('\r\n', '\n') : text
}

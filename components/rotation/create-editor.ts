import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { xml } from '@codemirror/lang-xml'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { ContentFormat } from '@/lib/contract/data-objects'
import type { TextFile } from '@/lib/rotation/content/text-bytes'
import { editorTheme } from './editor-theme'

type Options = {
  parent: HTMLElement
  label: string
  describedBy: string | undefined
  initialText: string
  lineEnding: TextFile['lineEnding']
  format: ContentFormat
  isReadOnly: boolean
  onChange: (text: string) => void
}

/**
 * The editor keeps lines, not line endings. Where all lines end alike they are put back as they were; where they do not,
 * carriage returns stay in the lines as visible characters, so that nothing is changed that nobody touched.
 */
export function createEditor({ parent, lineEnding, onChange, ...options }: Options) {
  const textOf = (state: EditorState) => {
    const joined = state.doc.toString()
    return lineEnding === '\r\n' ? joined.replaceAll('\n', '\r\n') : joined
  }
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.initialText,
      extensions: [
        lineEnding === 'mixed' ? EditorState.lineSeparator.of('\n') : [],
        basics(options),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(textOf(update.state))
        }),
      ],
    }),
  })
  return { text: () => textOf(view.state), destroy: () => view.destroy() }
}

function basics({
  label,
  describedBy,
  format,
  isReadOnly,
}: Omit<Options, 'parent' | 'lineEnding' | 'onChange'>): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    highlightSpecialChars(),
    highlightSelectionMatches(),
    drawSelection(),
    bracketMatching(),
    history(),
    search({ top: true }),
    languageOf(format),
    editorTheme,
    EditorView.lineWrapping,
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    }),
    // No Tab: it has to lead out of the editor, for those who have no pointer.
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  ]
}

function languageOf(format: ContentFormat): Extension {
  if (format === 'json') return json()
  if (format === 'yaml') return yaml()
  if (format === 'xml') return xml()
  return []
}

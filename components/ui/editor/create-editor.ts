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
import { editorTheme } from './editor-theme'

/** Everything else is shown as plain text. */
export type EditorLanguage = 'json' | 'yaml' | 'xml' | 'text'

export type LineEnding = '\n' | '\r\n' | 'mixed'

export type EditorOptions = {
  parent: HTMLElement
  label: string
  describedBy?: string
  initialText: string
  lineEnding: LineEnding
  language: EditorLanguage
  isReadOnly?: boolean
  onChange: (text: string) => void
  /** What one use adds: completion, marks at places. Comes first, and so wins over the keys that all have. */
  extensions?: Extension
}

/**
 * The editor keeps lines, not line endings. Where all lines end alike they are put back as they were; where they do not,
 * carriage returns stay in the lines as visible characters, so that nothing is changed that nobody touched.
 */
export function createEditor({ parent, lineEnding, onChange, extensions = [], ...options }: EditorOptions) {
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
        extensions,
        basics(options),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(textOf(update.state))
        }),
      ],
    }),
  })
  return { view, text: () => textOf(view.state), destroy: () => view.destroy() }
}

function basics({
  label,
  describedBy,
  language,
  isReadOnly = false,
}: Omit<EditorOptions, 'parent' | 'lineEnding' | 'onChange' | 'extensions'>): Extension {
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
    languageOf(language),
    editorTheme,
    EditorView.lineWrapping,
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      // It can be typed in and therefore focused, but not every tool that looks for that knows.
      tabindex: '0',
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    }),
    // No Tab: it has to lead out of the editor, for those who have no pointer.
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  ]
}

function languageOf(language: EditorLanguage): Extension {
  if (language === 'json') return json()
  if (language === 'yaml') return yaml()
  if (language === 'xml') return xml()
  return []
}

import { autocompletion, type Completion, type CompletionContext } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { type Surroundings, suggest } from './suggest'
import type { Suggestion } from './suggestion'
import { declareExternal } from './top-level'

type Options = {
  /** Asked at every key, since the swarm and the other files change. */
  around: () => Surroundings
  /** What is said of a suggestion: where it comes from. */
  describe: (suggestion: Suggestion) => string | undefined
}

/** Offers keys and names while one types, and with Ctrl-Space. */
export function completion({ around, describe }: Options): Extension {
  const source = (context: CompletionContext) => {
    const found = suggest(context.state.doc.toString(), context.pos, around())
    // Without a letter typed the list would hide the line below at every Enter.
    if (!found || (found.from === context.pos && !context.explicit)) return null
    return {
      from: found.from,
      options: found.options.map((suggestion) => completionOf(suggestion, describe(suggestion))),
      validFor: /^[\w.$={}-]*$/,
    }
  }
  return autocompletion({ override: [source], icons: false, maxRenderedOptions: 60 })
}

function completionOf(suggestion: Suggestion, detail: string | undefined): Completion {
  return {
    label: suggestion.label,
    detail,
    // Behind all others that fit.
    ...(suggestion.kind === 'idle' && { boost: -99 }),
    apply: (view, _completion, from, to) => put(view, suggestion, from, to),
  }
}

function put(view: EditorView, { insert, label, declares }: Suggestion, from: number, to: number) {
  const declaration = declares && declareExternal(view.state.doc.toString(), declares, label)
  const changes = [{ from, to, insert }, ...(declaration ? [{ from: declaration.at, insert: declaration.text }] : [])]
  const change = view.state.changes(changes)
  // Behind what was put in, also where the declaration was made above it.
  const before = declaration && declaration.at <= from ? declaration.text.length : 0
  view.dispatch({
    changes: change,
    selection: { anchor: from + insert.length + before },
    scrollIntoView: true,
    userEvent: 'input.complete',
  })
}

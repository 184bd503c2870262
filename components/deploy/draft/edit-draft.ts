import type { TextEdit } from '@/lib/compose/finding'
import { type Draft, type DraftFile, type FileBody, fileOf } from './draft'

export function withBody(draft: Draft, name: string, body: FileBody): Draft {
  if (!fileOf(draft, name)) return { ...draft, files: [...draft.files, { name, body }] }
  return { ...draft, files: draft.files.map((file) => (file.name === name ? { name, body } : file)) }
}

/** What was typed. A byte order mark stays where there was one. */
export function withText(draft: Draft, name: string, text: string): Draft {
  const body = fileOf(draft, name)?.body
  return withBody(draft, name, { kind: 'text', text, hasMark: body?.kind === 'text' && body.hasMark })
}

export function withoutFile(draft: Draft, name: string): Draft {
  return {
    ...draft,
    files: draft.files.filter((file) => file.name !== name),
    composeFiles: draft.composeFiles.filter((file) => file !== name),
  }
}

export function withName(draft: Draft, name: string, newName: string): Draft {
  const renamed = (one: string) => (one === name ? newName : one)
  return {
    ...draft,
    files: draft.files.map((file): DraftFile => ({ ...file, name: renamed(file.name) })),
    composeFiles: draft.composeFiles.map(renamed),
  }
}

/** Compose files are merged in their order, so it can be changed. */
export function withComposeMoved(draft: Draft, name: string, by: -1 | 1): Draft {
  const from = draft.composeFiles.indexOf(name)
  const to = from + by
  if (from < 0 || to < 0 || to >= draft.composeFiles.length) return draft
  return { ...draft, composeFiles: draft.composeFiles.with(from, draft.composeFiles[to] ?? name).with(to, name) }
}

export function withVariable(draft: Draft, name: string, value: string | null): Draft {
  const { [name]: _old, ...others } = draft.variables
  return { ...draft, variables: value === null ? others : { ...others, [name]: value } }
}

/** Applies corrections, from each file's end on, so that one does not move the next. Those that overlap are left out. */
export function withEdits(draft: Draft, edits: readonly TextEdit[]): Draft {
  return draft.files.reduce<Draft>((changed, { name, body }) => {
    const own = edits.filter((edit) => edit.file === name)
    if (own.length === 0 || body.kind !== 'text') return changed
    return withText(changed, name, applyEdits(body.text, own))
  }, draft)
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const fromEnd = edits.toSorted((a, b) => b.start - a.start || b.end - a.end)
  let untouchedFrom = Number.POSITIVE_INFINITY
  let result = text
  for (const { start, end, text: replacement } of fromEnd) {
    if (end > untouchedFrom || start > end || end > text.length) continue
    result = result.slice(0, start) + replacement + result.slice(end)
    untouchedFrom = start
  }
  return result
}

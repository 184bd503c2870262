import type { DeployOptions } from '@/lib/contract/deploy'

/**
 * What a file holds. `text` is shown and edited. `held`: the page has the bytes beside the draft and does not show them,
 * because they are no text, may be a secret, or nobody asked for them. `lost`: it had them before the page was reloaded.
 * `absent`: the stack names a file that nobody has given yet.
 */
export type FileBody =
  | { kind: 'text'; text: string; hasMark: boolean }
  | { kind: 'held'; sizeBytes: number }
  | { kind: 'lost'; sizeBytes: number }
  | { kind: 'absent' }

/** Names are paths relative to the first Compose file's folder. */
export type DraftFile = { name: string; body: FileBody }

/** What the draft began with. */
export type DraftBase = { kind: 'nothing' } | { kind: 'revision'; number: number } | { kind: 'live' }

/** A stack as it is being written. Nothing of a secret is in it: those bytes are in a vault of their own. */
export type Draft = {
  stack: string
  base: DraftBase
  files: readonly DraftFile[]
  /** Names of Compose files, in the order in which they are merged. */
  composeFiles: readonly string[]
  variables: Readonly<Record<string, string>>
  /** What a person said about a variable; all others are judged by their name. */
  sensitivity: Readonly<Record<string, boolean>>
  options: DeployOptions
  reason: string
  /** Files whose content the server asked for. No other content is sent or kept, but that of Compose files. */
  askedFiles: readonly string[]
  /** Files that become secrets, as the last plan told. */
  secretFiles: readonly string[]
}

export const usualOptions: DeployOptions = { resolveImage: 'always', prune: false, replicas: {}, onFailure: 'ask' }

/** The name of the Compose file that one begins with. */
export const firstFileName = 'compose.yaml'

export const emptyDraft: Draft = {
  stack: '',
  base: { kind: 'nothing' },
  files: [{ name: firstFileName, body: { kind: 'text', text: '', hasMark: false } }],
  composeFiles: [firstFileName],
  variables: {},
  sensitivity: {},
  options: usualOptions,
  reason: '',
  askedFiles: [],
  secretFiles: [],
}

export function fileOf(draft: Draft, name: string): DraftFile | null {
  return draft.files.find((file) => file.name === name) ?? null
}

export function isCompose(draft: Draft, name: string): boolean {
  return draft.composeFiles.includes(name)
}

/** Whether a file's content may be shown, kept and sent before the deployment: a person or the server said what it is. */
export function isOpenFile(draft: Draft, name: string): boolean {
  return isCompose(draft, name) || (draft.askedFiles.includes(name) && !draft.secretFiles.includes(name))
}

/** Whether somebody has written anything yet. */
export function isBlank(draft: Draft): boolean {
  return draft.files.every(({ body }) => body.kind === 'text' && body.text.trim() === '')
}

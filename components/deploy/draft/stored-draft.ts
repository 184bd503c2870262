import type { ResolveImage } from '@/lib/contract/deploy'
import { type Draft, type DraftBase, type DraftFile, type FileBody, isOpenFile, usualOptions } from './draft'
import { isSensitive } from './sensitive'

/** Browsers give a site some five megabytes for everything. */
const mostCharacters = 1_000_000

/**
 * The draft as it may lie in the browser's storage: without the values of sensitive variables, and without the content of
 * any file that may become a secret, which is every file that the server has not asked for.
 */
export function draftToText(draft: Draft, savedAt: number): string {
  const variables = Object.entries(draft.variables).filter(([name]) => !isSensitive(draft, name))
  const given = draft.files.filter(({ body }) => body.kind !== 'absent')
  const files = given.map((file) => (isOpenFile(draft, file.name) ? file : withoutContent(file)))
  const text = JSON.stringify({
    ...draft,
    files: files.map(keepable),
    variables: Object.fromEntries(variables),
    savedAt,
  })
  return text.length <= mostCharacters
    ? text
    : JSON.stringify({ ...draft, files: files.map(withoutContent), variables: {}, savedAt })
}

function keepable(file: DraftFile): DraftFile {
  return file.body.kind === 'held' ? withoutContent(file) : file
}

function withoutContent({ name, body }: DraftFile): DraftFile {
  return { name, body: { kind: 'lost', sizeBytes: sizeOf(body) } }
}

export function sizeOf(body: FileBody): number {
  if (body.kind === 'absent') return 0
  if (body.kind !== 'text') return body.sizeBytes
  return new TextEncoder().encode(body.text).length + (body.hasMark ? 3 : 0)
}

/** Null for what is no draft of ours: another version of Skep may have left it. */
export function draftFromText(text: string | null): { draft: Draft; savedAt: number } | null {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    if (!isRecord(stored) || typeof stored.savedAt !== 'number') return null
    const draft = draftFrom(stored)
    return draft && { draft, savedAt: stored.savedAt }
  } catch {
    return null
  }
}

function draftFrom(stored: Record<string, unknown>): Draft | null {
  const { stack, base, files, composeFiles, variables, sensitivity, reason, askedFiles, secretFiles, options } = stored
  if (typeof stack !== 'string' || typeof reason !== 'string' || !isBase(base)) return null
  if (!Array.isArray(files) || !files.every(isFile)) return null
  if (!isTextList(composeFiles) || !isTextList(askedFiles) || !isTextList(secretFiles)) return null
  if (!isRecordOf(variables, isText) || !isRecordOf(sensitivity, isFlag)) return null
  return {
    stack,
    base,
    files,
    composeFiles,
    variables,
    sensitivity,
    options: optionsFrom(options),
    reason,
    askedFiles,
    secretFiles,
  }
}

function optionsFrom(stored: unknown): Draft['options'] {
  if (!isRecord(stored)) return usualOptions
  const { resolveImage, prune, replicas, onFailure } = stored
  return {
    resolveImage: resolveChoices.find((choice) => choice === resolveImage) ?? usualOptions.resolveImage,
    prune: prune === true,
    replicas: isRecordOf(replicas, isChoice) ? replicas : {},
    onFailure: onFailure === 'undo' ? 'undo' : 'ask',
  }
}

const resolveChoices: readonly ResolveImage[] = ['always', 'changed', 'never']

const isText = (value: unknown) => typeof value === 'string'
const isFlag = (value: unknown) => typeof value === 'boolean'
const isChoice = (value: unknown): value is 'live' | 'file' => value === 'live' || value === 'file'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isRecordOf<Value>(value: unknown, is: (one: unknown) => one is Value): value is Record<string, Value> {
  return isRecord(value) && Object.values(value).every(is)
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}

function isBase(value: unknown): value is DraftBase {
  if (!isRecord(value)) return false
  return (
    value.kind === 'nothing' || value.kind === 'live' || (value.kind === 'revision' && typeof value.number === 'number')
  )
}

function isFile(value: unknown): value is DraftFile {
  if (!isRecord(value) || typeof value.name !== 'string' || !isRecord(value.body)) return false
  const { kind, text, hasMark, sizeBytes } = value.body
  if (kind === 'text') return typeof text === 'string' && typeof hasMark === 'boolean'
  return (kind === 'held' || kind === 'lost') && typeof sizeBytes === 'number'
}

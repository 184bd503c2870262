import { base64FromBytes, bytesFromBase64, bytesFromText, textFromBytes } from '@/lib/rotation/content/text-bytes'

/**
 * The new content while it is being made: an uploaded file or the present version, and on top of it what was typed. Bytes
 * that nobody edited are never decoded and encoded again.
 */
export type ContentDraft = {
  /** Null: it begins with the present version. */
  upload: { fileName: string; dataBase64: string } | null
  /** Null: nothing was typed. */
  text: string | null
}

export const emptyDraft: ContentDraft = { upload: null, text: null }

export function draftBase({ upload }: ContentDraft, present: Uint8Array): Uint8Array {
  return upload ? bytesFromBase64(upload.dataBase64) : present
}

/** Exactly the bytes that the successor will have. */
export function draftBytes(draft: ContentDraft, present: Uint8Array): Uint8Array {
  const base = draftBase(draft, present)
  const file = textFromBytes(base)
  if (draft.text === null || !file || draft.text === file.text) return base
  return bytesFromText(draft.text, file.hasMark)
}

export async function draftOfFile(file: File): Promise<ContentDraft> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { upload: { fileName: file.name, dataBase64: base64FromBytes(bytes) }, text: null }
}

export function draftToText(draft: ContentDraft): string {
  return JSON.stringify(draft)
}

/** Null for what is no draft of ours: another version of Skep may have left it. */
export function draftFromText(stored: string | null): ContentDraft | null {
  try {
    const draft: unknown = JSON.parse(stored ?? 'null')
    return isDraft(draft) ? draft : null
  } catch {
    return null
  }
}

function isDraft(value: unknown): value is ContentDraft {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('upload' in value)) return false
  return (value.text === null || typeof value.text === 'string') && (value.upload === null || isUpload(value.upload))
}

function isUpload(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('fileName' in value) || !('dataBase64' in value)) return false
  return typeof value.fileName === 'string' && typeof value.dataBase64 === 'string'
}

import type { DeployFile, DeployPlanRequest, DeployRequest, PlannedObject } from '@/lib/contract/deploy'
import { base64FromBytes, bytesFromText } from '@/lib/rotation/content/text-bytes'
import { type Draft, type DraftFile, type FileBody, isOpenFile } from './draft'
import { isSensitive } from './sensitive'
import { sizeOf } from './stored-draft'

type BytesOf = (name: string) => Uint8Array | null

/** What a plan is asked with: names and sizes of all files, and the content of those that are needed and no secret. */
export function planRequestOf(draft: Draft, heldBytes: BytesOf): DeployPlanRequest {
  return {
    files: givenFiles(draft).map((file) => deployFile(file, isOpenFile(draft, file.name) ? heldBytes : nothing)),
    composeFiles: [...draft.composeFiles],
    variables: { ...draft.variables },
    sensitiveVariables: Object.keys(draft.variables).filter((name) => isSensitive(draft, name)),
    options: draft.options,
  }
}

/** The same with the content of the files that become secrets. */
export function deployRequestOf(draft: Draft, heldBytes: BytesOf, planDigest: string): DeployRequest {
  return {
    ...planRequestOf(draft, heldBytes),
    files: givenFiles(draft).map((file) => deployFile(file, isSent(draft, file.name) ? heldBytes : nothing)),
    planDigest,
    reason: draft.reason.trim(),
  }
}

function givenFiles({ files }: Draft): DraftFile[] {
  return files.filter(({ body }) => body.kind !== 'absent')
}

/** The files that a deployment needs; a folder that was dropped may have many more. */
export function sentFiles(draft: Draft): DraftFile[] {
  return draft.files.filter(({ name }) => isSent(draft, name))
}

function isSent(draft: Draft, name: string): boolean {
  return isOpenFile(draft, name) || draft.secretFiles.includes(name)
}

const nothing: BytesOf = () => null

function deployFile({ name, body }: DraftFile, heldBytes: BytesOf): DeployFile {
  const bytes = body.kind === 'text' ? bytesFromText(body.text, body.hasMark) : heldBytes(name)
  if (!bytes) return { name, sizeBytes: sizeOf(body) }
  return { name, sizeBytes: bytes.length, dataBase64: base64FromBytes(bytes) }
}

/**
 * Files whose content a deployment needs and the page does not have (any more): they have to be chosen again. Values of
 * secrets count only where a secret is made, for one that is there keeps its value.
 */
export function absentFiles(
  { files, composeFiles, askedFiles, secretFiles }: Draft,
  objects: readonly PlannedObject[],
): string[] {
  const makesSecret = objects.some(({ kind, verdict }) => kind === 'secret' && verdict === 'create')
  const needed = new Set([...composeFiles, ...askedFiles, ...(makesSecret ? secretFiles : [])])
  return files.filter(({ name, body }) => isMissing(body) && needed.has(name)).map(({ name }) => name)
}

const isMissing = ({ kind }: FileBody) => kind === 'lost' || kind === 'absent'

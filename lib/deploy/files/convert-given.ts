import type { ConvertedStack, RefusedStack } from '@/lib/compose/convert-stack'
import type { Finding } from '@/lib/compose/finding'
import type { DeployFile } from '@/lib/contract/deploy'
import { convertFiles, type FilesWish } from './convert-files'
import { fileUses, uploadedName } from './file-uses'

export type GivenStack = {
  result: ConvertedStack | RefusedStack
  /** Files whose content is needed before there can be a plan. */
  wantedFiles: string[]
  /** Files that become secrets, whether or not their content was given. */
  secretFiles: string[]
}

/** A file that names more is refused; each round finds at least one more. */
const mostRounds = 40

/**
 * Converts what was given so far. A file that is named and not given is asked for: one that becomes a secret by its name
 * alone, any other with its content. To find all of them at once, they are taken for empty ones meanwhile.
 */
export function convertGiven(wish: FilesWish): GivenStack {
  const sizes = new Map(wish.files.map(({ name, sizeBytes }) => [uploadedName(name), sizeBytes]))
  let files = wish.files.filter(({ dataBase64 }) => dataBase64 !== undefined)
  const wanted = new Set(wish.composeFiles.map(uploadedName).filter((name) => !files.some(isNamed(name))))
  const first = convertFiles({ ...wish, files })
  let result = first
  for (let round = 0; round < mostRounds && 'refused' in result; round++) {
    const missing = result.refused.flatMap((found) => missingFile(found) ?? [])
    if (missing.length === 0) break
    for (const { name, isSecret } of missing) if (!isSecret) wanted.add(name)
    files = [...files, ...missing.map(({ name, isSecret }) => standIn(name, isSecret ? (sizes.get(name) ?? 1) : null))]
    result = convertFiles({ ...wish, files })
  }
  const uses = 'refused' in result ? null : fileUses(result.loaded)
  return {
    // What is missing is told where it is named.
    result: wanted.size > 0 ? first : result,
    wantedFiles: [...wanted],
    secretFiles: uses ? [...uses.secrets].filter((name) => !wanted.has(name)) : [],
  }
}

function isNamed(name: string): (file: DeployFile) => boolean {
  return (file) => uploadedName(file.name) === name
}

type MissingFile = { name: string; isSecret: boolean }

function missingFile({ code, params }: Finding): MissingFile | null {
  if (code !== 'env_file_missing' && code !== 'object_file_missing') return null
  return { name: uploadedName(String(params.path)), isSecret: params.kind === 'secret' }
}

function standIn(name: string, secretBytes: number | null): DeployFile {
  return secretBytes === null ? { name, sizeBytes: 0, dataBase64: '' } : { name, sizeBytes: secretBytes }
}

import type { DeployFile, DeployPlanRequest, PlannedDeploy } from '@/lib/contract/deploy'
import { uploadedName } from '@/lib/deploy/files/file-uses'

/**
 * Gives files the names by which the stack asks for them. curl sends the last part of a path alone: where exactly one
 * file that was sent so can be the one that is missing, it is. Null when there is nothing to gain.
 */
export function withFittingNames<R extends Pick<DeployPlanRequest, 'files' | 'composeFiles'>>(
  request: R,
  { wantedFiles, secretFiles }: Pick<PlannedDeploy, 'wantedFiles' | 'secretFiles'>,
): R | null {
  const sent = new Set(request.files.map(({ name }) => uploadedName(name)))
  const missing = [...new Set([...wantedFiles, ...secretFiles])].filter((name) => !sent.has(name))
  const candidates = request.files.filter(({ name }) => !name.includes('/') && !request.composeFiles.includes(name))
  const fitting = missing.flatMap((name): DeployFile[] => {
    const [file] = candidates.filter((candidate) => candidate.name === baseName(name))
    const isAlone = missing.filter((other) => baseName(other) === baseName(name)).length === 1
    return file && isAlone ? [{ ...file, name }] : []
  })
  return fitting.length > 0 ? { ...request, files: [...request.files, ...fitting] } : null
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

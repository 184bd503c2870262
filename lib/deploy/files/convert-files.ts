import { type ConvertedStack, convertStack, type RefusedStack } from '@/lib/compose/convert-stack'
import type { StackFile } from '@/lib/compose/load/stack-files'
import type { DeployFile, DeployPlanRequest } from '@/lib/contract/deploy'

/** Where relative paths of a stack file begin. Nothing is ever read there; a bind mount of `./data` gets this path. */
export const projectDir = '/stack'

export type FilesWish = Pick<DeployPlanRequest, 'files' | 'composeFiles' | 'variables'> & {
  stack: string
  apiVersion: string
}

/** What the files make, as the CLI would of the same. Those without content stand for files that become secrets. */
export function convertFiles({
  stack,
  files,
  composeFiles,
  variables,
  apiVersion,
}: FilesWish): ConvertedStack | RefusedStack {
  return convertStack({
    ...{ stack, composeFiles, variables, apiVersion, projectDir },
    files: files.map(stackFile),
    homeDir: null,
  })
}

/** What is longer is refused whatever it holds. */
const mostBytes = 600_000

/** Of a secret, only how long it is counts before its value is sent. */
function stackFile({ name, dataBase64, sizeBytes }: DeployFile): StackFile {
  const bytes =
    dataBase64 === undefined ? new Uint8Array(Math.min(sizeBytes, mostBytes)) : Buffer.from(dataBase64, 'base64')
  return { name, bytes }
}

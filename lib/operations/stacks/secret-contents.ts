import { dataObjectName } from '@/lib/compose/convert/data-objects'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DeployFile } from '@/lib/contract/deploy'
import { uploadedName } from '@/lib/deploy/files/file-uses'

/** The values that came with a deployment, by the secrets' names. */
export function secretContents(
  stack: string,
  { loaded }: ConvertedStack,
  files: readonly DeployFile[],
): Map<string, Buffer> {
  const given = new Map(files.map((file) => [uploadedName(file.name), file.dataBase64]))
  const contents = new Map<string, Buffer>()
  for (const [key, secret] of loaded.model.secrets) {
    const data = secret.isExternal || secret.driver !== '' ? undefined : given.get(uploadedName(secret.file))
    if (data !== undefined) contents.set(dataObjectName(stack, key, secret), Buffer.from(data, 'base64'))
  }
  return contents
}

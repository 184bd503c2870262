import type { ConvertedStack } from '@/lib/compose/convert-stack'
import { hasOtherUsers, moveDefinition, moveInServices } from '@/lib/compose/edit/move-to-secret'
import { childOf } from '@/lib/compose/parse/compose-node'
import type { Moved } from '@/lib/contract/stack-files'
import { serviceKey } from '@/lib/deploy/live-services'
import type { FileNaming, NamingRefusal } from '@/lib/deploy/naming/name-in-files'
import { keysOf } from '@/lib/deploy/naming/object-keys'
import { referencesOf } from '@/lib/swarm/spec/references'

/** The edits after which services get from a secret what they had from a config; null when none has it from there. */
export function secretsInFiles(
  stack: string,
  { loaded, services }: ConvertedStack,
  moved: readonly Moved[],
): FileNaming | NamingRefusal | null {
  const isUser = ({ kind, serviceName, from }: Moved) =>
    services.some(
      ({ Name, TaskTemplate }) =>
        Name === serviceName && referencesOf(kind, TaskTemplate).some(({ name }) => name === from),
    )
  const wanted = moved.filter(isUser)
  const [first] = wanted
  if (!first) return null
  const { from, to } = first
  const keys = keysOf(stack, loaded, 'config', from)
  const [configKey] = keys
  // Only the way there is written: back it goes with the file of before.
  if (first.into !== 'secret' || configKey === undefined || keys.length > 1 || wanted.some((one) => one.to !== to))
    return { problem: 'not_readable', name: from }
  const users = wanted.map(({ serviceName }) => serviceKey(stack, serviceName))
  const keepsConfig = loaded.files.some(({ root }) => hasOtherUsers(root, configKey, users))
  const definer = loaded.files.findLast(({ root }) => childOf(childOf(root, 'configs'), configKey) !== undefined)
  const edits = loaded.files.flatMap((file) => [
    ...moveInServices(file.root, { services: users, configKey, secret: to }),
    ...(file === definer ? moveDefinition(file.root, { configKey, secret: to, keepsConfig }) : []),
  ])
  return { edits, contents: [] }
}

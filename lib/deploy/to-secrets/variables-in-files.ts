import type { ConvertedStack } from '@/lib/compose/convert-stack'
import { addSecretDefinition } from '@/lib/compose/edit/add-secret'
import { moveVariableInService } from '@/lib/compose/edit/move-variable'
import type { Moved } from '@/lib/contract/stack-files'
import { serviceKey } from '@/lib/deploy/live-services'
import type { FileNaming, NamingRefusal } from '@/lib/deploy/naming/name-in-files'

/** A reference that has taken the place of a variable's value. */
export type MovedVariable = Moved & { variable: NonNullable<Moved['variable']> }

export function isOfVariable(moved: Moved): moved is MovedVariable {
  return moved.variable !== undefined
}

/** The edits after which the files have a secret's file in the place of each variable; null when they have so already. */
export function variablesInFiles(
  stack: string,
  { loaded, services }: ConvertedStack,
  moved: readonly MovedVariable[],
): FileNaming | NamingRefusal | null {
  const naming: FileNaming & { masked: FileNaming['edits'] } = { edits: [], contents: [], masked: [] }
  for (const { serviceName, from, to, variable } of moved) {
    const body = services.find(({ Name }) => Name === serviceName)
    const isPlain = body?.TaskTemplate.ContainerSpec.Env?.some((entry) => entry.startsWith(`${from}=`)) ?? false
    if (!body || isPlain === variable.isBack) continue
    // Only the way there is written: back it goes with the file of before.
    if (variable.isBack) return { problem: 'not_readable', name: from }
    const wish = { variable: from, fileVariable: variable.fileName, target: variable.target, secret: to }
    const key = serviceKey(stack, serviceName)
    const made = loaded.files.map(({ root }) => ({ root, ...moveVariableInService(root, { ...wish, service: key }) }))
    const [first] = made.filter(({ edits }) => edits.length > 0)
    if (!first) return { problem: 'not_readable', name: from }
    naming.edits.push(...made.flatMap(({ edits }) => edits), ...addSecretDefinition(first.root, to))
    naming.masked.push(...made.flatMap(({ masked }) => masked))
  }
  return naming.edits.length > 0 ? naming : null
}

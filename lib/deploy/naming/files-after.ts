import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DeployFile } from '@/lib/contract/deploy'
import type { Moved } from '@/lib/contract/stack-files'
import { convertFiles, type FilesWish } from '@/lib/deploy/files/convert-files'
import { haveMoved } from '@/lib/deploy/to-secrets/have-moved'
import { secretsInFiles } from '@/lib/deploy/to-secrets/secrets-in-files'
import { isOfVariable, type MovedVariable, variablesInFiles } from '@/lib/deploy/to-secrets/variables-in-files'
import { absoluteTarget } from '@/lib/plan/move-reference'
import type { Service } from '@/lib/swarm/engine-types'
import { editedFiles } from './edited-files'
import { type FileNaming, type NamingRefusal, nameInFiles } from './name-in-files'
import { areSameUses, type Use, usesOf } from './uses'
import { wantedNames } from './wanted-names'

export type NamingWish = {
  stack: FilesWish
  /** Of the stack, as they are live, by name. */
  services: ReadonlyMap<string, Service>
  moved: readonly Moved[]
  /** Of configs, by name. Where there is none, the file stays as it is. */
  contents: ReadonlyMap<string, Uint8Array>
}

export type FilesAfter = {
  files: DeployFile[]
  naming: FileNaming
  before: ConvertedStack
  converted: ConvertedStack
}

/**
 * The stack's files as they have to be once the references have moved: null when they are so already. What was edited is
 * converted again, and must differ by the names alone.
 */
export function filesAfter({ stack, services, moved, contents }: NamingWish): FilesAfter | NamingRefusal | null {
  const before = convertFiles(stack)
  if ('refused' in before) return { problem: 'not_readable', name: stack.stack }
  const variables = moved.filter(isOfVariable)
  if (variables.length > 0) return withVariables({ stack, contents, before, variables })
  const change = moved.some(({ into }) => into)
    ? secretsOf(stack.stack, before, moved)
    : namesOf(stack.stack, before, { services, moved })
  if (!change || 'problem' in change) return change
  const files = editedFiles(stack.files, before.loaded, change.naming, contents)
  const converted = convertFiles({ ...stack, files })
  if ('refused' in converted || !areSameUses(usesOf(before).map(change.afterOf), usesOf(converted)))
    return { problem: 'not_readable', name: moved[0]?.from ?? '' }
  return { files, naming: change.naming, before, converted }
}

type VariableWish = Pick<NamingWish, 'stack' | 'contents'> & {
  before: ConvertedStack
  variables: readonly MovedVariable[]
}

function withVariables({ stack, contents, before, variables }: VariableWish): FilesAfter | NamingRefusal | null {
  const naming = variablesInFiles(stack.stack, before, variables)
  if (!naming || 'problem' in naming) return naming
  const files = editedFiles(stack.files, before.loaded, naming, contents)
  const converted = convertFiles({ ...stack, files })
  if ('refused' in converted || !haveMoved(before, converted, variables))
    return { problem: 'not_readable', name: variables[0]?.from ?? '' }
  return { files, naming, before, converted }
}

/** What is written, and what services are to use in the place of what. */
type Change = { naming: FileNaming; afterOf: (use: Use) => Use }

function namesOf(
  stack: string,
  before: ConvertedStack,
  { services, moved }: Pick<NamingWish, 'services' | 'moved'>,
): Change | NamingRefusal | null {
  const { wanted, shared } = wantedNames({ converted: before, services, moved })
  const [first] = shared
  if (first) return { problem: 'some_services_stay', name: first.name }
  if (wanted.length === 0) return null
  const naming = nameInFiles(stack, before.loaded, wanted)
  if ('problem' in naming) return naming
  const nameOf = ({ kind, name }: Use) => wanted.find((one) => one.kind === kind && one.from === name)?.to ?? name
  return { naming, afterOf: (use) => ({ ...use, name: nameOf(use) }) }
}

function secretsOf(stack: string, before: ConvertedStack, moved: readonly Moved[]): Change | NamingRefusal | null {
  const made = secretsInFiles(stack, before, moved)
  if (!made || 'problem' in made) return made
  const afterOf = (use: Use): Use => {
    const { service, kind, name, file } = use
    const own = moved.find((one) => one.serviceName === service && one.kind === kind && one.from === name)
    if (!own?.into) return use
    return { service, kind: own.into, name: own.to, file: file && { ...file, Name: absoluteTarget(file.Name) } }
  }
  return { naming: made, afterOf }
}

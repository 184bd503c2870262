import { finding } from '@/lib/compose/finding'
import { parseEnvFile } from '@/lib/compose/formats/env-file'
import { absolutePath } from '@/lib/compose/formats/paths'
import { gather } from '@/lib/compose/gather'
import { type ComposeNode, childOf, entriesOf, itemsOf, type TextNode } from '@/lib/compose/parse/compose-node'
import type { LoadContext } from './context'
import { nullableLabelsOf, refuse, textOrTextsOf } from './decode'

/**
 * The variables of a service: those of its env files, then those written in the file. A value that is absent or empty
 * is replaced by the given variable of that name, in both; with none, an absent one stays null.
 */
export function loadEnvironment(service: ComposeNode, context: LoadContext): Map<string, string | null> {
  const environment = new Map<string, string | null>()
  const envFile = childOf(service, 'env_file')
  textOrTextsOf(envFile)
  const paths = envFile?.kind === 'list' ? itemsOf(envFile) : envFile ? [envFile] : []
  const fromFiles = new Map<string, string | null>()
  for (const variables of gather(paths, (path) => (path.kind === 'text' ? readEnvFile(path, context) : new Map())))
    for (const [key, value] of variables) fromFiles.set(key, value)
  context.allowance.take('entries', countOf(childOf(service, 'environment')), service.place)
  take(environment, fromFiles, context)
  const written = childOf(service, 'environment')
  const taken = take(environment, nullableLabelsOf(written), context)
  if (written)
    for (const name of taken) context.report(finding('environment_from_variables', written.place, { variable: name }))
  return environment
}

function readEnvFile(
  node: TextNode,
  { files, projectDir, variables, allowance, envFiles }: LoadContext,
): Map<string, string> {
  const path = absolutePath(projectDir, node.value)
  const file = files.find(path)
  if (file === 'missing') return refuse('env_file_missing', node, { path })
  if (file === 'directory') return refuse('env_file_is_directory', node, { path })
  const parsed = envFiles.get(file.bytes) ?? parseEnvFile(file.bytes, variables)
  envFiles.set(file.bytes, parsed)
  if ('problem' in parsed) return refuse('env_file_invalid', node, { path, ...parsed })
  allowance.take('entries', parsed.variables.size, node.place)
  return parsed.variables
}

function countOf(environment: ComposeNode | undefined): number {
  return entriesOf(environment).length + itemsOf(environment).length
}

/** Answers the names that got their value from the given variables. */
function take(
  environment: Map<string, string | null>,
  added: Map<string, string | null>,
  context: LoadContext,
): string[] {
  const names: string[] = []
  for (const [name, value] of added) {
    const given = value === null || value === '' ? context.variables.get(name) : undefined
    environment.set(name, given ?? value)
    if (given !== undefined) names.push(name)
  }
  return names
}

import type { DeployOptions } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'

export type CurlWish = {
  origin: string
  stack: string
  composeFiles: readonly string[]
  /** All others that the stack needs. */
  files: readonly string[]
  /** Their values are the pipeline's own business. */
  variables: readonly string[]
  options: DeployOptions
}

type Known = {
  files: readonly { name: string }[]
  composeFiles: readonly string[]
  variables?: Readonly<Record<string, string>>
  sensitiveVariables?: readonly string[]
  options?: DeployOptions
}

/** What a pipeline sends of a stack's files. Files that were rebuilt have no variables, and nobody chose options. */
export function curlWishOf(stack: string, known: Known): Omit<CurlWish, 'origin'> {
  const { files, composeFiles, variables = {}, sensitiveVariables = [] } = known
  return {
    stack,
    composeFiles,
    files: files.map(({ name }) => name).filter((name) => !composeFiles.includes(name)),
    variables: [...new Set([...Object.keys(variables), ...sensitiveVariables])],
    options: known.options ?? { resolveImage: 'always', prune: false, replicas: {} },
  }
}

/**
 * The command with which a pipeline deploys these files, one part a line. The token and the variables come from the
 * pipeline's environment, so that the line itself can stand in a repository.
 */
export function curlLine({ origin, stack, composeFiles, files, variables, options }: CurlWish): string {
  return [
    'curl --fail-with-body -H "Authorization: Bearer $SKEP_TOKEN"',
    ...composeFiles.map((name) => `-F ${fileField('compose', name)}`),
    ...files.map((name) => `-F ${fileField('file', name)}`),
    // A shell puts the value in between the double quotes as it is, and with -F curl would look for ;type= in it. One that
    // is not set ends the command, instead of being deployed as an empty text.
    ...variables.map((name) => `--form-string "var=${name}=\${${name}?}"`),
    ...optionFields(options).map((field) => `-F ${quoted(field)}`),
    quoted(origin + api.deployment(stack)),
  ].join(' \\\n  ')
}

/** What is not as curl or the endpoint has it by default. */
function optionFields({ resolveImage, prune, replicas, onFailure }: DeployOptions): string[] {
  return [
    ...(prune ? ['prune=true'] : []),
    ...(resolveImage === 'always' ? [] : [`resolveImage=${resolveImage}`]),
    ...(onFailure === 'undo' ? ['onFailure=undo'] : []),
    ...Object.entries(replicas).map(([service, choice]) => `replicas=${service}=${choice}`),
  ]
}

/** curl sends the last part of a path alone, and the stack may name the file by all of it. */
function fileField(field: string, name: string): string {
  const path = name.replace(/^\.\//, '')
  // curl ends a file's name at these, unless it is in quotes of its own.
  const local = /[;,"\\]/.test(path) ? `"${path.replaceAll(/["\\]/g, '\\$&')}"` : path
  return quoted(`${field}=@${local}${path.includes('/') ? `;filename=${local}` : ''}`)
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

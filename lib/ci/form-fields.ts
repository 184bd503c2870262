import { parseDotEnv } from '@/lib/compose/formats/dot-env'
import { cleanPath } from '@/lib/compose/formats/paths'
import { isTellingName } from '@/lib/compose/formats/telling-name'
import { invalidInput } from '@/lib/errors/invalid-input'

type Upload = { name: string; dataBase64: string; sizeBytes: number }
type Wrong = (field: string, reason: string) => never

/** The fields that a form may have. `compose`, `file`, `env`, `var`, `sensitiveVar` and `replicas` may come more than once. */
const fields = [
  'compose',
  'file',
  'env',
  'var',
  'sensitiveVar',
  'replicas',
  'resolveImage',
  'prune',
  'reason',
  'plan',
  'expectPlan',
  'wait',
  'timeout',
  'onFailure',
] as const

type Field = (typeof fields)[number]

/**
 * What a form of `curl -F` says, in the shape of the JSON body. It is checked afterwards like one; here only what has no
 * counterpart there is refused: a field that nobody knows, a text where a file belongs, `var` without a name.
 */
export async function deploymentFromForm(form: FormData): Promise<Record<string, unknown>> {
  const unknown = [...new Set(form.keys())].filter((key) => !fields.some((field) => field === key))
  if (unknown.length > 0)
    throw invalidInput(
      unknown,
      unknown.map(() => 'unrecognized_keys'),
    )
  const composeFiles = await Promise.all(form.getAll('compose').map((part, at) => composeFile(part, at)))
  const others = await Promise.all(form.getAll('file').map((part) => upload('file', part)))
  const fromFirst = relativeTo(folderOf(composeFiles[0]?.name ?? ''))
  const dotEnv = await Promise.all(form.getAll('env').map(variablesOf))
  const plain = pairs(form, 'var')
  const sensitive = pairs(form, 'sensitiveVar')
  const variables: Record<string, string> = { ...Object.assign({}, ...dotEnv), ...plain, ...sensitive }
  return withoutUndefined({
    files: [...composeFiles, ...others].map((file) => ({ ...file, name: fromFirst(file.name) })),
    composeFiles: composeFiles.map(({ name }) => fromFirst(name)),
    variables,
    sensitiveVariables: Object.keys(variables).filter((name) => Object.hasOwn(sensitive, name) || isTellingName(name)),
    options: withoutUndefined({
      resolveImage: text(form, 'resolveImage'),
      prune: flag(form, 'prune'),
      replicas: pairs(form, 'replicas'),
      onFailure: text(form, 'onFailure'),
    }),
    reason: text(form, 'reason'),
    plan: text(form, 'plan'),
    expectPlan: text(form, 'expectPlan'),
    wait: flag(form, 'wait'),
    timeout: number(form, 'timeout'),
  })
}

const wrong: Wrong = (field, reason) => {
  throw invalidInput([field], [reason])
}

/** Names are relative to the folder of the first Compose file, as paths inside the files are. */
function relativeTo(folder: string): (name: string) => string {
  const up = folder === '' ? '' : '../'.repeat(folder.split('/').length)
  return (name) => {
    const clean = cleanPath(name)
    if (folder === '' || clean.startsWith('/')) return clean
    return clean.startsWith(`${folder}/`) ? clean.slice(folder.length + 1) : up + clean
  }
}

function folderOf(name: string): string {
  const clean = cleanPath(name)
  return clean.includes('/') ? clean.slice(0, clean.lastIndexOf('/')) : ''
}

/** Standard input has no name (curl says `-`), nor has a text that was given instead of a file. */
function composeFile(part: FormDataEntryValue, at: number): Promise<Upload> {
  const fallback = at === 0 ? 'compose.yaml' : `compose.${at + 1}.yaml`
  return typeof part === 'string' ? uploadOf(fallback, new Blob([part])) : uploadOf(realName(part) ?? fallback, part)
}

function upload(field: Field, part: FormDataEntryValue): Promise<Upload> {
  const name = typeof part === 'string' ? null : realName(part)
  return typeof part === 'string' || name === null ? wrong(field, 'not_a_file') : uploadOf(name, part)
}

function realName({ name }: File): string | null {
  return name === '-' || name === '' ? null : name
}

async function uploadOf(name: string, content: Blob): Promise<Upload> {
  const dataBase64 = Buffer.from(await content.arrayBuffer()).toString('base64')
  return { name, dataBase64, sizeBytes: content.size }
}

async function variablesOf(part: FormDataEntryValue): Promise<Record<string, string>> {
  return parseDotEnv(typeof part === 'string' ? part : await part.text())
}

/** Fields such as `var=NAME=VALUE`, the last of a name wins. */
function pairs(form: FormData, field: Field): Record<string, string> {
  const entries = form.getAll(field).map((part): [string, string] => {
    const line = typeof part === 'string' ? part : wrong(field, 'not_a_text')
    const at = line.indexOf('=')
    return at < 1 ? wrong(field, 'not_a_pair') : [line.slice(0, at), line.slice(at + 1)]
  })
  return Object.fromEntries(entries)
}

function text(form: FormData, field: Field): string | undefined {
  const parts = form.getAll(field)
  if (parts.length > 1) wrong(field, 'more_than_once')
  const [part] = parts
  return typeof part === 'object' ? wrong(field, 'not_a_text') : part
}

const flags: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
}

function flag(form: FormData, field: Field): boolean | undefined {
  const word = text(form, field)
  if (word === undefined) return undefined
  return Object.hasOwn(flags, word) ? flags[word] : wrong(field, 'not_a_flag')
}

function number(form: FormData, field: Field): number | undefined {
  const digits = text(form, field)
  if (digits === undefined) return undefined
  return /^\d{1,9}$/.test(digits) ? Number(digits) : wrong(field, 'invalid_type')
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

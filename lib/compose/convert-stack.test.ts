import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bodyJson } from './convert/body-values'
import { withObjectIds } from './convert/object-ids'
import { convertStack } from './convert-stack'
import { applyEdits } from './edit/apply-edits'
import { convertText, findingsOf, refusalOf, serviceText } from './testing/convert-text'

const here = join(dirname(fileURLToPath(import.meta.url)), 'testdata')

/** What docker stack deploy 28.2.2 sent for a file, and in which environment. */
type Recorded = {
  stack: string
  apiVersion: string
  variables: Record<string, string>
  bodies: Record<'networks' | 'secrets' | 'configs' | 'services', unknown[]>
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/** The CLI sorts its ports by an unstable sort, so that of many with one number any may come first. */
const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => a.localeCompare(b)

function inOneOrder(value: unknown): unknown {
  if (!Array.isArray(value)) {
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inOneOrder(member)]))
  }
  const isPorts = value.length > 12 && value.every((item) => typeof item === 'object' && 'TargetPort' in item)
  return isPorts
    ? value.map((port) => JSON.stringify(Object.entries(port).toSorted(byKey))).toSorted()
    : value.map(inOneOrder)
}

const folders = readdirSync(here).filter((name) => name !== 'refused')

test.each(folders)('%s: the bodies are those that the CLI sent', (folder) => {
  const directory = join(here, folder)
  const recorded: Recorded = JSON.parse(readFileSync(join(directory, 'specs.json'), 'utf8'))
  const converted = convertStack({
    ...recorded,
    files: filesBelow(directory).map((path) => ({ name: relative(directory, path), bytes: readFileSync(path) })),
    composeFiles: ['compose.yaml'],
    variables: { ...recorded.variables, HOME: '/root' },
    projectDir: '/DIR',
    homeDir: '/root',
  })
  if ('refused' in converted) throw new Error(converted.refused[0].code)
  const ids = { secret: (name: string) => `<secret:${name}>`, config: (name: string) => `<config:${name}>` }
  const services = converted.services
    .map((service) => withObjectIds(service, ids))
    .map((filled) => 'body' in filled && filled.body)
  const { networks, secrets, configs } = converted
  const sent = JSON.parse(bodyJson({ networks, secrets, configs, services }).replaceAll('"/DIR', '"<DIR>'))
  expect(inOneOrder(sent)).toEqual(inOneOrder(recorded.bodies))
})

describe('what the CLI or the engine refuses', () => {
  const directory = join(here, 'refused')
  const messages: Record<string, string> = JSON.parse(readFileSync(join(directory, 'messages.json'), 'utf8'))

  test.each(Object.entries(messages))('%s: %s', (file, message) => {
    const text = readFileSync(join(directory, file), 'utf8')
    const result = convertStack({
      stack: 'spec46',
      files: [{ name: file, text }],
      composeFiles: [file],
      variables: {},
      projectDir: '/DIR',
      homeDir: null,
      apiVersion: '1.41',
    })
    const isEngines = message.includes('Error response from daemon')
    const found = 'refused' in result ? result.refused : result.findings.filter(({ severity }) => severity === 'error')
    expect('refused' in result).toBe(!isEngines)
    const [first] = found
    expect(first).toMatchObject({ severity: 'error', file, line: expect.any(Number), column: expect.any(Number) })
    const path = /^((?:services|networks|volumes|secrets|configs|\(root\))\S*) \S/.exec(message)?.[1]
    // Not each complaint of the CLI begins with a path.
    expect([undefined, ...found.map(({ params }) => params.path)]).toContain(path)
  })
})

test('the CLI’s first complaint comes first, and the others are told too', () => {
  const result = convertText('services:\n  a: {image: b, foo: 1}\n  b: {image: 5}\n')
  expect('refused' in result && result.refused.map(({ code }) => code)).toEqual([
    'schema_wrong_type',
    'schema_unknown_property',
  ])
})

test('what an anchor names is said once', () => {
  const text = 'x-a: &a {image: "b:1", depends_on: [b]}\nservices: {a: *a, b: *a}\n'
  expect(findingsOf(text)).toEqual(['property_dropped 1:24'])
})

test('findings are in the order of the files, and within them of the text', () => {
  const first = serviceText('tty: true\nexpose: [80]\nlinks: [b]')
  const second = serviceText('privileged: true')
  const result = convertText(first, { over: [second] })
  expect('refused' in result ? [] : result.findings.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'a.yaml property_deprecated',
    'a.yaml property_ignored',
    'b.yaml property_ignored',
  ])
})

test.each([
  ['none', 'services: {}\n', 'version: "3.8"\nservices: {}\n'],
  ['none, below a comment', '# over\nservices: {}\n', '# over\nversion: "3.8"\nservices: {}\n'],
  ['another', 'version: "3.7"\nservices: {}\n', 'version: "3.8"\nservices: {}\n'],
])('a later file that has %s gets the first one’s version', (_, over, corrected) => {
  const result = convertText(serviceText('', 'version: "3.8"\n'), { over: [over] })
  const [first] = 'refused' in result ? result.refused : []
  expect(first).toMatchObject({ code: 'version_mismatch', file: 'b.yaml' })
  expect(applyEdits('b.yaml', over, first?.edits ?? [])).toBe(corrected)
})

test('a misspelt key is corrected, but not where the right one is there too', () => {
  const edits = (lines: string) => {
    const result = convertText(serviceText(lines))
    return 'refused' in result ? result.refused[0].edits : []
  }
  expect(edits('enviroment: {A: b}')).toMatchObject([{ text: 'environment' }])
  expect(edits('enviroment: {A: b}\nenvironment: {B: c}')).toEqual([])
})

test('a stack needs a name and a file', () => {
  const request = { files: [], composeFiles: [], variables: {}, projectDir: '/p', homeDir: null, apiVersion: '1.41' }
  const first = (stack: string, composeFiles: string[]) => {
    const result = convertStack({ ...request, stack, composeFiles })
    return 'refused' in result && result.refused[0].code
  }
  expect(first(` '"' `, [])).toBe('stack_name_empty')
  expect(first('s', [])).toBe('no_compose_file')
  expect(first('s', ['a.yaml'])).toBe('compose_file_missing')
})

test('all services with a bad image are told, by name', () => {
  expect(refusalOf('services: {b: {image: "B"}, a: {image: ""}}')).toBe('image_missing 1:40')
})

import { expect, test } from 'vitest'
import { suggest } from './suggest'
import type { SwarmNames } from './suggestion'

const names: SwarmNames = {
  networks: ['ingress', 'shared'],
  volumes: ['backup'],
  configs: ['todo-config'],
  secrets: ['db-password'],
  nodes: [
    { hostname: 'node-1', labels: { db: 'true' } },
    { hostname: 'node-2', labels: {} },
  ],
}

/** What is offered at the bar in a text. */
function at(textWithBar: string, otherTexts: string[] = []) {
  const offset = textWithBar.indexOf('|')
  const text = textWithBar.replace('|', '')
  const found = suggest(text, offset, { names, otherTexts, variables: ['TAG'] })
  return { labels: found?.options.map(({ label }) => label) ?? [], ...found, text }
}

test('the top of a file has its sections, but those that it has already', () => {
  const { labels } = at('services:\n  web: {}\n|\n')
  expect(labels).toContain('networks')
  expect(labels).not.toContain('services')
  expect(labels).not.toContain('image')
})

test('a service has its keys, and a value goes on as its shape asks', () => {
  const { options, labels } = at('services:\n  web:\n    image: a\n    |\n    ports:\n      - 80\n')
  expect(labels).toContain('environment')
  expect(labels).not.toContain('image')
  expect(labels).not.toContain('ports')
  const insert = (label: string) => options?.find((option) => option.label === label)?.insert
  expect(insert('deploy')).toBe('deploy:\n      ')
  expect(insert('cap_add')).toBe('cap_add:\n      - ')
  expect(insert('hostname')).toBe('hostname: ')
})

test('keys of the other services do not count as there', () => {
  expect(at('services:\n  web:\n    image: a\n  api:\n    |\n  db:\n    deploy: {}\n').labels).toEqual(
    expect.arrayContaining(['image', 'deploy']),
  )
})

test('what is typed already is replaced', () => {
  const { from, labels } = at('services:\n  web:\n    deploy:\n      upd|\n')
  expect(labels).toContain('update_config')
  expect(from).toBe('services:\n  web:\n    deploy:\n      '.length)
})

test('an older version has no newer keys', () => {
  expect(at('version: "3.1"\nservices:\n  web:\n    |').labels).not.toContain('configs')
  expect(at('version: "3.3"\nservices:\n  web:\n    |').labels).toContain('configs')
})

test('values that the engine or the schema knows', () => {
  expect(at('services:\n  web:\n    deploy:\n      mode: |').labels).toEqual([
    'replicated',
    'global',
    'replicated-job',
    'global-job',
  ])
  expect(at('services:\n  web:\n    deploy:\n      update_config:\n        order: st|').labels).toEqual([
    'start-first',
    'stop-first',
  ])
  expect(at('services:\n  web:\n    read_only: |').labels).toEqual(['true', 'false'])
})

test('constraints know the hosts and labels of the nodes', () => {
  const { labels, from } = at(
    'services:\n  db:\n    deploy:\n      placement:\n        constraints:\n          - node.l|',
  )
  expect(labels).toEqual(
    expect.arrayContaining(['node.labels.db==true', 'node.hostname==node-2', 'node.role==manager']),
  )
  expect(from).toBe('services:\n  db:\n    deploy:\n      placement:\n        constraints:\n          - '.length)
})

test("a service's configs are those of the file, then those of the swarm, which are declared when they are chosen", () => {
  const { options } = at('services:\n  web:\n    configs:\n      - |\nconfigs:\n  own:\n    file: a\n')
  expect(options?.slice(0, 2)).toEqual([
    { label: 'own', insert: 'own', kind: 'file' },
    { label: 'todo-config', insert: 'todo-config', kind: 'swarm', declares: 'configs' },
  ])
})

test('so are secrets in the long form, and networks as keys', () => {
  const secrets = at('services:\n  web:\n    secrets:\n      - source: |')
  expect(secrets.options).toEqual([{ label: 'db-password', insert: 'db-password', kind: 'swarm', declares: 'secrets' }])
  expect(at('services:\n  web:\n    networks:\n      |').options?.map(({ insert }) => insert)).toEqual([
    'ingress:',
    'shared:',
  ])
})

test('names of the other Compose files of the stack count as those of the file', () => {
  const { options } = at('services:\n  web:\n    volumes:\n    - |', ['volumes:\n  data:\n'])
  expect(options?.[0]).toEqual({ label: 'data', insert: 'data:', kind: 'file' })
})

test('a section offers what the swarm has of its kind, as external', () => {
  expect(at('secrets:\n  |').options?.find(({ label }) => label === 'db-password')?.insert).toBe(
    'db-password:\n    external: true',
  )
})

// biome-ignore lint/suspicious/noTemplateCurlyInString: Compose writes variables in this way.
const tag = '${TAG}'

test('variables that are known follow a dollar and a brace', () => {
  expect(at('services:\n  web:\n    image: nginx:${T|').options).toEqual([
    { label: 'TAG', insert: tag, kind: 'variable' },
  ])
  expect(at('services:\n  web:\n    image: nginx:$|').labels).toEqual([])
})

test('the second key of an item belongs to the item', () => {
  const { labels } = at('services:\n  web:\n    ports:\n      - target: 80\n        |\n')
  expect(labels).toEqual(['mode', 'published', 'protocol'])
})

test('a list in the column of its key is one of that key', () => {
  expect(at('services:\n  web:\n    depends_on:\n    - |\n  db: {}\n').labels).toEqual(['web', 'db'])
})

test('nothing is offered in comments, block texts and braces', () => {
  expect(at('services:\n  # dep|').labels).toEqual([])
  expect(at('services:\n  web:\n    command: |-\n      dep|'.replace('|-', '>-')).labels).toEqual([])
  expect(at('services:\n  web: { im|').labels).toEqual([])
})

test('keys that do nothing in a stack are told apart', () => {
  const kinds = (text: string) => new Map(at(text).options?.map(({ label, kind }) => [label, kind]))
  const ofService = kinds('services:\n  web:\n    ne|\n')
  expect([ofService.get('networks'), ofService.get('network_mode')]).toEqual(['key', 'idle'])
  // A network's own key of that name would be another matter.
  expect([...kinds('services:\n  web:\n    deploy:\n      r|\n').values()]).not.toContain('idle')
})

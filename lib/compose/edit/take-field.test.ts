import { expect, test } from 'vitest'
import { parseFile } from '@/lib/compose/parse/parse-file'
import { applyEdits } from './apply-edits'
import { takeField } from './take-field'

const live = `services:
  web:
    image: nginx:1.28
    environment:
      MODE: other
      ADDED: "1"
    ports:
      - 8080:80
    deploy:
      labels:
        team.name: web
      replicas: 5
      resources:
        limits:
          memory: 96M
`

function take(text: string, path: string): string | null {
  const edits = takeField(parseFile('a.yml', text).root, parseFile('live', live).root, { service: 'web', path })
  return edits && applyEdits('a.yml', text, edits)
}

test('a value is replaced, and its comment stays', () => {
  expect(take('services:\n  web:\n    image: nginx:1.27 # pinned\n', 'image')).toBe(
    'services:\n  web:\n    image: nginx:1.28 # pinned\n',
  )
})

test('a value in braces too', () => {
  expect(take('services: {web: {image: "nginx:1.27"}}\n', 'image')).toBe('services: {web: {image: nginx:1.28}}\n')
})

test('what is new goes behind the last member in braces', () => {
  const text = 'services:\n  web: {image: x, deploy: {mode: replicated}} # kept\n'
  expect(take(text, 'deploy.replicas')).toBe(text.replace('replicated', 'replicated, replicas: 5'))
  expect(take(text, 'deploy.resources.limits.memory')).toBe(
    text.replace('replicated', 'replicated, resources: {limits: {memory: 96M}}'),
  )
  expect(take('services: {web: {image: x}}\n', 'environment.ADDED')).toBe(
    'services: {web: {image: x, environment: {ADDED: "1"}}}\n',
  )
  // A section is more than one member.
  expect(take('services: {web: {image: x}}\n', 'ports')).toBeNull()
})

test('a text that braces would end is put in quotes there', () => {
  const other = parseFile('live', 'services:\n  web:\n    image: x\n    hostname: a, b\n').root
  const edits = takeField(parseFile('a.yml', 'services: {web: {image: x}}').root, other, {
    service: 'web',
    path: 'hostname',
  })
  expect(edits && applyEdits('a.yml', 'services: {web: {image: x}}', edits)).toBe(
    'services: {web: {image: x, hostname: "a, b"}}',
  )
})

test('a variable is changed where variables are written as a mapping', () => {
  const text = 'services:\n  web:\n    environment:\n      MODE: test\n      KEPT: x\n'
  expect(take(text, 'environment.MODE')).toBe(text.replace('test', 'other'))
  expect(take(text, 'environment.ADDED')).toBe(`${text}      ADDED: "1"\n`)
  expect(take(text, 'environment.KEPT')).toBe(text.replace('      KEPT: x\n', ''))
})

test('variables as a list are taken whole', () => {
  expect(take('services:\n  web:\n    environment:\n      - MODE=test\n    image: x\n', 'environment.MODE')).toBe(
    'services:\n  web:\n    environment:\n      MODE: other\n      ADDED: "1"\n    image: x\n',
  )
})

test('what the file has no section for is added at its column', () => {
  expect(
    take(
      'services:\n    web:\n        image: x\n        deploy:\n            replicas: 2\n',
      'deploy.resources.limits.memory',
    ),
  ).toBe(
    'services:\n    web:\n        image: x\n        deploy:\n            replicas: 2\n            resources:\n              limits:\n                memory: 96M\n',
  )
})

test('of a section that is new nothing else is taken', () => {
  expect(take('services:\n  web:\n    image: x\n', 'deploy.resources.limits.memory')).toBe(
    'services:\n  web:\n    image: x\n    deploy:\n      resources:\n        limits:\n          memory: 96M\n',
  )
})

test('a key may have dots', () => {
  expect(
    take('services:\n  web:\n    deploy:\n      labels:\n        team.name: api\n', 'deploy.labels.team.name'),
  ).toContain('team.name: web\n')
})

test('a section whose last key goes, goes too', () => {
  expect(take('services:\n  web:\n    image: x\n    healthcheck:\n      retries: 3\n', 'healthcheck.retries')).toBe(
    'services:\n  web:\n    image: x\n',
  )
})

test('ports are taken whole', () => {
  expect(take('services:\n  web:\n    ports: ["80:80"]\n    image: x\n', 'ports')).toBe(
    'services:\n  web:\n    ports:\n      - 8080:80\n    image: x\n',
  )
})

test('what no file has a word for, and what hangs on an anchor, is left to a person', () => {
  expect(take('services:\n  web:\n    image: x\n', 'TaskTemplate.ForceUpdate')).toBeNull()
  expect(take('x-image: &i nginx:1\nservices:\n  web:\n    image: *i\n', 'image')).toBeNull()
  expect(take('services:\n  api:\n    image: x\n', 'image')).toBeNull()
})

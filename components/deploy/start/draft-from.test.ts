import { expect, test } from 'vitest'
import { planRequestOf } from '@/components/deploy/draft/deploy-request'
import { isOpenFile, usualOptions } from '@/components/deploy/draft/draft'
import { draftFrom } from './draft-from'

const content = {
  files: [
    { name: 'compose.yaml', dataBase64: btoa('services: {}\n'), sizeBytes: 13 },
    { name: 'app.json', dataBase64: btoa('{}'), sizeBytes: 2 },
    { name: 'logo.bin', dataBase64: btoa('\xff\0'), sizeBytes: 2 },
    { name: 'key.txt', sizeBytes: 9 },
  ],
  composeFiles: ['compose.yaml'],
  variables: { TAG: '1' },
  sensitiveVariables: ['PASSWORD'],
  options: { ...usualOptions, prune: true, replicas: { web: 'live' as const } },
}
const { draft, bytes } = draftFrom('todo', { kind: 'revision', number: 3 }, content)

test('texts can be edited, bytes are held, and what became a secret has to be given again if it is needed', () => {
  expect(draft.files.map(({ name, body }) => [name, body.kind])).toEqual([
    ['compose.yaml', 'text'],
    ['app.json', 'text'],
    ['logo.bin', 'held'],
    ['key.txt', 'lost'],
  ])
  expect([...bytes.keys()]).toEqual(['logo.bin'])
  expect(isOpenFile(draft, 'app.json')).toBe(true)
  expect(isOpenFile(draft, 'key.txt')).toBe(false)
})

test('it is planned with what was deployed', () => {
  const request = planRequestOf(draft, (name) => bytes.get(name) ?? null)
  expect(request.files).toEqual(content.files)
  expect(request.variables).toEqual({ TAG: '1' })
})

test('a choice of replicas was one for that moment', () => {
  expect(draft.options).toEqual({ ...usualOptions, prune: true, replicas: {} })
})

import { expect, test } from 'vitest'
import { localPath } from './local-path'

test('a path of ours is kept, with its search', () => {
  expect(localPath('/services/todo_web?tab=logs', '/stacks')).toBe('/services/todo_web?tab=logs')
})

test.each([
  undefined,
  '',
  'stacks',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '//',
])('%j leads to the start', (asked) => {
  expect(localPath(asked, '/stacks')).toBe('/stacks')
})

import { expect, test } from 'vitest'
import { shortName } from './short-name'

test('a name without the stack’s is short, and never empty', () => {
  expect(shortName('todo', 'todo_web')).toBe('web')
  expect(shortName('todo', 'other_web')).toBe('other_web')
  expect(shortName('todo', 'todo_')).toBe('todo_')
})

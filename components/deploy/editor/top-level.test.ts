import { expect, test } from 'vitest'
import { declareExternal, namesIn } from './top-level'

function declared(text: string) {
  const edit = declareExternal(text, 'configs', 'app')
  return edit && text.slice(0, edit.at) + edit.text + text.slice(edit.at)
}

test('names of a section are its keys, not theirs', () => {
  const text = 'configs:\n  a:\n    file: x\n  # no\n  "b":\n    external: true\nsecrets:\n  c: {}\n'
  expect(namesIn(text, 'configs')).toEqual(['a', 'b'])
  expect(namesIn(text, 'volumes')).toEqual([])
})

test('an external is declared in its section, or in a new one at the end', () => {
  expect(declared('configs:\n  a: {}\nservices: {}\n')).toBe(
    'configs:\n  app:\n    external: true\n  a: {}\nservices: {}\n',
  )
  expect(declared('services: {}')).toBe('services: {}\nconfigs:\n  app:\n    external: true\n')
  expect(declared('configs:')).toBe('configs:\n  app:\n    external: true\n')
})

test('a section in braces is left alone', () => {
  expect(declared('configs: { a: { file: x } }\n')).toBeNull()
})

import { expect, test } from 'vitest'
import { finding } from './finding'
import { gather } from './gather'
import { ComposeRefusal } from './refusal'

test('what all items were refused for is told together, in their order', () => {
  const refuse = (code: 'image_missing' | 'mode_unknown') => () => {
    throw new ComposeRefusal([finding(code, null)])
  }
  const work = (item: number) => (item === 1 ? refuse('image_missing')() : item === 3 ? refuse('mode_unknown')() : item)
  expect(gather([0, 2], work)).toEqual([0, 2])
  const findings = [{ code: 'image_missing' }, { code: 'mode_unknown' }]
  expect(() => gather([0, 1, 2, 3], work)).toThrow(
    expect.objectContaining({ findings: findings.map((found) => expect.objectContaining(found)) }),
  )
})

test('what is no refusal is not held back', () => {
  expect(() =>
    gather([1, 2], () => {
      throw new RangeError('a bug')
    }),
  ).toThrow('a bug')
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonArraySplitter } from './json-array-splitter'

function split(text: string, sizes: readonly number[] = [1_000_000]): string[] {
  const elements: string[] = []
  const splitter = new JsonArraySplitter((element) => elements.push(element.toString('utf8')))
  const bytes = Buffer.from(text)
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    splitter.push(bytes.subarray(at, at + size))
    at += size
  }
  splitter.end()
  return elements
}

test('a list comes out as its elements, wherever the chunks are cut', () => {
  const awkward = fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', 'é', '한', ' ', 'a') })
  const element = fc.dictionary(awkward, fc.oneof(awkward, fc.array(awkward), fc.dictionary(awkward, awkward)))
  fc.assert(
    fc.property(
      fc.array(element, { maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      fc.constantFrom(undefined, 2),
      (elements, sizes, indent) => {
        const texts = split(JSON.stringify(elements, null, indent), sizes)
        expect(texts.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(elements)))
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)

test('no list and an empty one have no elements', () => {
  expect([split('[]\n'), split('null\n'), split('')]).toEqual([[], [], []])
})

test.each(['[', '[{"a":1}', '[{"a":1},', '[{"a":"x'])('a list that breaks off after %s is a mistake', (text) => {
  expect(() => split(text)).toThrow('breaks off')
})

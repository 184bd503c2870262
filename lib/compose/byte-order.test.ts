import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBytes } from './byte-order'

test('texts are compared by the bytes of UTF-8, so what is beyond the basic plane comes last', () => {
  expect(['😀', '\uffff', 'é', 'a', 'B', ''].toSorted(byBytes)).toEqual(['', 'B', 'a', 'é', '\uffff', '😀'])
})

test('the order is that of the encoded bytes for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(byBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
  )
})

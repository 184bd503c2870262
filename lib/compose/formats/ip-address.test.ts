import { isIP } from 'node:net'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressValue, isIpAddress, isUnspecified } from './ip-address'

test.each(['1.2.3.4', '0.0.0.0', '::', '::1', 'fe80::1', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4', 'FE80::A'])(
  '%s is one',
  (text) => {
    expect(isIpAddress(text)).toBe(true)
  },
)

test.each(['', '1.2.3', '01.2.3.4', '1.2.3.256', 'fe80::1%eth0', '1:2:3', ':::', '1::2::3', '12345::', 'x'])(
  '%j is none',
  (text) => {
    expect(isIpAddress(text)).toBe(false)
  },
)

test('an unspecified address means all addresses', () => {
  expect(['0.0.0.0', '::', '0:0::0', '1.2.3.4', '::1', ''].map(isUnspecified)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('whatever looks like an address is judged as Node judges it', () => {
  const part = fc.constantFrom('0', '1', '10', '255', '256', 'ffff', 'g', ':', '::', '.', '01')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
      const text = parts.join('')
      expect(isIpAddress(text)).toBe(isIP(text) !== 0)
    }),
    { numRuns: 2000 },
  )
})

test('an address is a number of 32 or 128 bits', () => {
  expect(addressValue('10.0.0.1')).toEqual({ value: 0x0a000001n, bits: 32 })
  expect(addressValue('fd00::1:2')).toEqual({ value: (0xfd00n << 112n) + 0x10002n, bits: 128 })
  expect(addressValue('::ffff:1.2.3.4')?.value).toBe(0xffff01020304n)
  expect(addressValue('1:2:3:4:5:6:7:8')?.value).toBe(0x00010002000300040005000600070008n)
  expect(addressValue('10.0.0')).toBeNull()
})

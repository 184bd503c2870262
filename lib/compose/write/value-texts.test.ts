import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBytes } from '@/lib/compose/formats/byte-size'
import { parseCpus } from '@/lib/compose/formats/cpus'
import { parseDuration } from '@/lib/compose/formats/duration'
import { bytesText, commandTree, cpusText, durationText, modeTree } from './value-texts'

test.each([
  [0, '0s'],
  [5e9, '5s'],
  [90e9, '1m30s'],
  [3600e9, '1h'],
  [1_500_000_000, '1s500ms'],
  [7, '7ns'],
])('%d nanoseconds are %s', (nanoseconds, text) => {
  expect(durationText(nanoseconds)).toBe(text)
})

test.each([
  [64 * 1024 * 1024, '64M'],
  [1536 * 1024 * 1024, '1536M'],
  [1024 ** 3, '1G'],
  [132_499_741, '132499741b'],
  [0, '0b'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})

test.each([
  [500_000_000, '0.5'],
  [1_000_000_000, '1'],
  [12_000_000_001, '12.000000001'],
  [1, '0.000000001'],
])('%d billionths of a CPU are %s', (nanoCpus, text) => {
  expect(cpusText(nanoCpus)).toBe(text)
})

test('what is written is what docker reads', () => {
  const amount = fc.integer({ min: 1, max: 2 ** 53 - 1 })
  fc.assert(
    fc.property(amount, (value) => {
      expect(parseDuration(durationText(value))).toBe(BigInt(value))
      expect(parseBytes(bytesText(value))).toBe(BigInt(value))
      expect(parseCpus(cpusText(value))).toEqual({ nanoCpus: BigInt(value) })
    }),
  )
})

test('a command of plain words is one text, others are lists', () => {
  expect(commandTree(['--web.port=80', '-v'])).toBe('--web.port=80 -v')
  expect(commandTree(['sh', '-c', 'echo hi'])).toEqual({ flow: ['sh', '-c', 'echo hi'] })
  expect(commandTree(['echo', ''])).toEqual({ flow: ['echo', ''] })
  expect(commandTree(['echo', '#no-comment'])).toEqual({ flow: ['echo', '#no-comment'] })
  expect(commandTree(['a'.repeat(50), 'b'.repeat(50)])).toEqual(['a'.repeat(50), 'b'.repeat(50)])
})

test('modes are octal', () => {
  expect(modeTree(0o440)).toEqual({ verbatim: '0440' })
  expect(modeTree(0)).toEqual({ verbatim: '0' })
})

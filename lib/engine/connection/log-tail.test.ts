import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LogPiece, LogTail } from './log-tail'

function frame(stream: number, text: string | Buffer): Buffer {
  const bytes = Buffer.from(text)
  const header = Buffer.alloc(8)
  header.writeUInt8(stream, 0)
  header.writeUInt32BE(bytes.length, 4)
  return Buffer.concat([header, bytes])
}

function tailOf(chunks: Buffer[], { isTerminal = false, mostBytes = 1_000_000 } = {}) {
  const tail = new LogTail(isTerminal, mostBytes)
  for (const chunk of chunks) tail.push(chunk)
  return tail.end()
}

const told = (pieces: LogPiece[]) => pieces.map(({ stream, bytes }) => `${stream}: ${bytes.toString()}`)

test('pieces are told apart by their stream, and a line in two pieces is one again', () => {
  const { pieces, isCut } = tailOf([frame(1, 'a\n'), frame(2, 'half '), frame(2, 'a line\n'), frame(3, 'node is away')])
  expect(told(pieces)).toEqual(['stdout: a\n', 'stderr: half a line\n', 'engine: node is away'])
  expect(isCut).toBe(false)
})

test('wherever the connection cuts it into chunks, the same comes out', () => {
  const whole = Buffer.concat([frame(1, 'é one\n'), frame(2, ''), frame(2, Buffer.alloc(300, 'x')), frame(1, 'two')])
  const expected = told(tailOf([whole]).pieces)
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length)), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
      const chunks = places.slice(1).map((end, index) => whole.subarray(places[index], end))
      expect(told(tailOf(chunks).pieces)).toEqual(expected)
    }),
  )
})

test('only the end is kept', () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => frame(1, `${index}\n`))
  const { pieces, isCut } = tailOf(lines, { mostBytes: 20 })
  expect(told(pieces)).toEqual(['stdout: 995\n996\n997\n998\n999\n'])
  expect(isCut).toBe(true)
})

test('a terminal has one stream, and no headers', () => {
  expect(told(tailOf([Buffer.from('\u0001\u0000 raw')], { isTerminal: true }).pieces)).toEqual([
    'stdout: \u0001\u0000 raw',
  ])
})

test('what is no log is refused instead of being guessed at', () => {
  expect(() => tailOf([Buffer.from('{"message":"no such task"}')])).toThrow(SyntaxError)
})

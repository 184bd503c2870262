import { afterEach, expect, test, vi } from 'vitest'
import { alphabets, entropyBits, generateSecret, randomBelow } from './generate-secret'
import { passphraseWords } from './passphrase-words'

afterEach(() => vi.restoreAllMocks())

/** Makes the browser's random numbers come from a list, and tells how many were taken. */
function drawing(values: number[]) {
  return vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint32Array) array[0] = values.shift() ?? 0
    return array
  })
}

test('a value has the length and only the characters that were asked for', () => {
  const value = generateSecret({ kind: 'characters', length: 400, alphabet: 'unambiguous' })
  expect(value).toHaveLength(400)
  expect(value).not.toMatch(/[0O1Il]/)
  expect(generateSecret({ kind: 'characters', length: 40, alphabet: 'digits' })).toMatch(/^\d{40}$/)
})

test('hex and base64 count bytes, not characters', () => {
  expect(generateSecret({ kind: 'hex', bytes: 32 })).toMatch(/^[0-9a-f]{64}$/)
  expect(atob(generateSecret({ kind: 'base64', bytes: 33 }))).toHaveLength(33)
})

test('a UUID is of version 4', () => {
  expect(generateSecret({ kind: 'uuid' })).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('a passphrase is made of words of the list', () => {
  const words = generateSecret({ kind: 'passphrase', words: 8 }).split('-')
  expect(words).toHaveLength(8)
  expect(words.filter((word) => !passphraseWords.includes(word))).toEqual([])
})

test('two values differ', () => {
  expect(generateSecret({ kind: 'hex', bytes: 16 })).not.toBe(generateSecret({ kind: 'hex', bytes: 16 }))
})

test('a draw from the incomplete last round is thrown away, since its remainder would favour small numbers', () => {
  const draws = drawing([2 ** 32 - 1, 7])
  expect(randomBelow(10)).toBe(7)
  expect(draws).toHaveBeenCalledTimes(2)
})

test('the last number of the last complete round counts', () => {
  drawing([2 ** 32 - 7])
  expect(randomBelow(10)).toBe(9)
})

test('each number comes about as often as the others', () => {
  const counts = new Array<number>(6).fill(0)
  for (let draw = 0; draw < 60_000; draw++) {
    const number = randomBelow(6)
    counts[number] = (counts[number] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(600)
})

test('the word list has no word twice and none that reads as two', () => {
  expect(passphraseWords).toHaveLength(512)
  expect(new Set(passphraseWords).size).toBe(512)
  expect(passphraseWords.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([])
})

test('no alphabet has a character twice', () => {
  for (const alphabet of Object.values(alphabets)) expect(new Set(alphabet).size).toBe(alphabet.length)
})

test('the strength is told in bits that a guesser faces', () => {
  expect(entropyBits({ kind: 'hex', bytes: 32 })).toBe(256)
  expect(entropyBits({ kind: 'passphrase', words: 8 })).toBe(72)
  expect(entropyBits({ kind: 'characters', length: 32, alphabet: 'alphanumeric' })).toBe(190)
  expect(entropyBits({ kind: 'uuid' })).toBe(122)
})

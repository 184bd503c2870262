import { splitShellWords } from '@/lib/compose/formats/shell-words'
import type { Tree } from './tree'

const durationUnits: readonly (readonly [string, bigint])[] = [
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1000n],
  ['ns', 1n],
]

/** Nanoseconds as people write them: `1m30s`. */
export function durationText(nanoseconds: number): string {
  let rest = BigInt(nanoseconds)
  const parts = durationUnits.map(([unit, size]) => {
    const count = rest / size
    rest %= size
    return count === 0n ? '' : `${count}${unit}`
  })
  return parts.join('') || '0s'
}

const sizeUnits = ['b', 'K', 'M', 'G', 'T', 'P']

/** Bytes in the largest unit in which they are whole: `64M`. */
export function bytesText(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value !== 0 && value % 1024 === 0 && unit < sizeUnits.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${value}${sizeUnits[unit]}`
}

/** Billionths of a CPU as a decimal: `0.5`. */
export function cpusText(nanoCpus: number): string {
  const digits = String(nanoCpus).padStart(10, '0')
  const fraction = digits.slice(-9).replace(/0+$/, '')
  return `${digits.slice(0, -9)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Longer than this, words are better read one below the other. */
const longestCommand = 80

/** The words of a command: as one text where no word needs quotes and it is short, else as a list. */
export function commandTree(words: readonly string[]): Tree {
  const text = words.join(' ')
  const split = text.length <= longestCommand ? splitShellWords(text) : { words: [] }
  const isOneText = 'words' in split && isSameList(split.words, words) && words.every((word) => !/["'\\#]/.test(word))
  if (isOneText) return text
  return text.length <= longestCommand ? { flow: words } : [...words]
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** A mode as people write it. */
export function modeTree(mode: number): Tree {
  return { verbatim: mode === 0 ? '0' : `0${mode.toString(8)}` }
}

const largestUint64 = 2n ** 64n - 1n

/** A number of 64 bits; the largest was rounded up as JSON was read. */
export function wholeTree(value: number): Tree {
  if (Number.isSafeInteger(value)) return value
  const whole = BigInt(value)
  return { verbatim: String(whole > largestUint64 ? largestUint64 : whole) }
}

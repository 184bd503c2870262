import { parseAnyGoFloat, truncateToInt64 } from '@/lib/compose/parse/go-number'

const powerByUnit = new Map([
  ['b', 0],
  ['k', 1],
  ['m', 2],
  ['g', 3],
  ['t', 4],
  ['p', 5],
])

/** A size like `1.5GiB`, `20m` or `64 MB` in bytes, always with 1024, or null. Source: docker/go-units, RAMInBytes. */
export function parseBytes(text: string): bigint | null {
  const lastOfNumber = text.search(/[0-9. ][^0-9. ]*$/)
  if (lastOfNumber === -1) return null
  // One space may stand between number and unit.
  const numberEnd = text[lastOfNumber] === ' ' ? lastOfNumber : lastOfNumber + 1
  const size = parseAnyGoFloat(text.slice(0, numberEnd))
  if (size === null || size < 0) return null
  const unit = text.slice(lastOfNumber + 1).toLowerCase()
  if (unit === '') return truncateToInt64(size)
  const power = powerByUnit.get(unit[0] ?? '')
  const ending = unit.slice(1)
  const isKnown = power === 0 ? ending === '' : ending === '' || ending === 'b' || ending === 'ib'
  return power === undefined || !isKnown ? null : truncateToInt64(size * 1024 ** power)
}

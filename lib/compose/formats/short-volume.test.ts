import { expect, test } from 'vitest'
import { parseShortVolume } from './short-volume'

function volume(spec: string): string {
  const parsed = parseShortVolume(spec)
  if ('problem' in parsed) return parsed.problem
  const { type, source, target, isReadOnly, bind, volume: options } = parsed.volume
  const more = [isReadOnly && 'ro', bind?.propagation, options?.isNoCopy && 'nocopy'].filter(Boolean)
  return [`${type} ${source} -> ${target}`, ...more, ...parsed.ignoredOptions.map((option) => `(${option})`)].join(' ')
}

test.each([
  ['/data', 'volume  -> /data'],
  ['data:/d', 'volume data -> /d'],
  ['data:/d:ro,nocopy,z', 'volume data -> /d ro nocopy (z)'],
  ['data:/d:ro,rw', 'volume data -> /d'],
  ['./x:/d:rshared', 'bind ./x -> /d rshared'],
  ['~/x:/d', 'bind ~/x -> /d'],
  ['C:\\x:/d', 'bind C:\\x -> /d'],
  ['\\\\srv\\x:D:\\t', 'bind \\\\srv\\x -> D:\\t'],
  // One letter is a drive, so this is all target; and this, a folder of the node on `ro`.
  ['v:/data', 'volume  -> v:/data'],
  ['v:/data:ro', 'bind v:/data -> ro'],
  ['é', 'volume  -> é'],
  ['a', 'volume  -> a'],
])('%s', (spec, expected) => {
  expect(volume(spec)).toBe(expected)
})

test.each([
  ['', 'empty'],
  ['/a:/b::', 'empty_section'],
  ['abc:/b:ro:x', 'too_many_colons'],
])('%j: %s', (spec, problem) => {
  expect(volume(spec)).toBe(problem)
})

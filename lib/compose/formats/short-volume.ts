import type { VolumeModel } from '@/lib/compose/load/model'

type ShortVolume = Omit<VolumeModel, 'place'>

export type ParsedVolume =
  | { volume: ShortVolume; ignoredOptions: string[] }
  | { problem: 'empty' | 'empty_section' | 'too_many_colons' }

const propagations = ['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave']

/**
 * `target` or `source:target[:options]`. A single letter before a colon is a Windows drive and no source, so `v:/data`
 * is all target. Options that are not known are ignored. Source: docker/cli, cli/compose/loader/volume.go.
 */
export function parseShortVolume(spec: string): ParsedVolume {
  if (spec === '') return { problem: 'empty' }
  const empty = { consistency: '', bind: null, volume: null, tmpfs: null, isReadOnly: false }
  if (new TextEncoder().encode(spec).length <= 2)
    return { volume: { ...empty, type: 'volume', source: '', target: spec }, ignoredOptions: [] }
  const sections = sectionsOf(spec)
  if (sections.includes('')) return { problem: 'empty_section' }
  if (sections.length > 3) return { problem: 'too_many_colons' }
  const [first = '', second, options = ''] = sections
  if (second === undefined)
    return { volume: { ...empty, type: 'volume', source: '', target: first }, ignoredOptions: [] }
  const volume: ShortVolume = { ...empty, type: isPath(first) ? 'bind' : 'volume', source: first, target: second }
  return { volume, ignoredOptions: options === '' ? [] : applyOptions(volume, options.split(',')) }
}

/** Splits at colons, but not at one after a single letter. */
function sectionsOf(spec: string): string[] {
  const sections = ['']
  for (const character of spec) {
    const current = sections.at(-1) ?? ''
    if (character === ':' && !isDriveLetter(current)) sections.push('')
    else sections[sections.length - 1] = current + character
  }
  return sections
}

function applyOptions(volume: ShortVolume, options: string[]): string[] {
  return options.filter((option) => {
    if (option === 'ro' || option === 'rw') volume.isReadOnly = option === 'ro'
    else if (option === 'nocopy') volume.volume = { isNoCopy: true, subpath: '' }
    else if (propagations.includes(option)) volume.bind = { propagation: option }
    else return true
    return false
  })
}

function isPath(source: string): boolean {
  if (/^[./~]/.test(source) || source.startsWith('\\\\')) return true
  return /^\p{L}:/u.test(source)
}

function isDriveLetter(text: string): boolean {
  return /^\p{L}$/u.test(text)
}

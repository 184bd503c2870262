import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Naming } from '@/lib/contract/policies'
import { AppError } from '@/lib/errors/app-error'
import { sha256 } from '@/lib/plan/digest'
import { parseVersionName, type VersionMark } from './version-name'

export const maxNameLength = 64

/** Source: moby/swarmkit, manager/controlapi/common.go; the engine's message shows the same pattern. */
const namePattern = /^[a-zA-Z0-9]+(?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/

type Wish = {
  /** Names of the family's versions, oldest first; the last decides about the style. */
  versions: readonly string[]
  /** Names of all objects of the kind. */
  taken: Iterable<string>
  /** Hexadecimal digits of a config's content. None for a secret, whose name must not tell anything about its value. */
  contentSha256: string | null
  now: Date
  /** What the family's policy asks for; its own style where it asks for nothing. */
  naming?: Naming
}

/** Proposes a free name for the next version, in the family's own style: `_v2` after a name without a mark. */
export function successorName({ versions, taken, contentSha256, now, naming = 'as_before' }: Wish): string {
  const latest = parseVersionName(versions.at(-1) ?? '')
  const isTaken = caseless(taken)
  const marks = versions.map((version) => parseVersionName(version).mark)
  for (const suffix of suffixes(markFor(naming, latest.mark), marks, { versions, contentSha256, now })) {
    const name = withinLimit(latest.base, suffix)
    if (!isTaken(name)) return name
  }
  throw new AppError('unexpected')
}

function markFor(naming: Naming, latest: VersionMark | null): VersionMark | null {
  if (naming === 'as_before' || naming === latest?.style) return latest
  return naming === 'date' ? { style: 'date', separator: latest?.separator ?? '_', text: 'yyyymmdd' } : null
}

type Hints = Pick<Wish, 'versions' | 'contentSha256' | 'now'>

/** First what the family's style asks for, then numbers without end. */
function* suffixes(mark: VersionMark | null, all: (VersionMark | null)[], hints: Hints): Generator<string> {
  if (mark?.style === 'hash') {
    const digits = hints.contentSha256 ?? sha256(hints.versions.join('\n'))
    yield mark.separator + digits.slice(0, mark.length)
  }
  if (mark?.style === 'date') {
    yield mark.separator + dateLike(mark.text, hints.now)
    yield mark.separator + compactTime(hints.now)
  }
  const numbers = all.flatMap((it) => (it?.style === 'number' ? [it.value] : []))
  // A name without a mark is the first version.
  const next = Math.max(1, ...numbers) + 1
  const style = mark?.style === 'number' ? mark : { separator: '_', prefix: 'v', width: 1 }
  for (let number = next; ; number++) {
    yield style.separator + style.prefix + String(number).padStart(style.width, '0')
  }
}

function dateLike(text: string, now: Date): string {
  if (text.includes('-')) return now.toISOString().slice(0, 10)
  return compactTime(now).slice(0, text.length)
}

/** `20261122153000`, in UTC. */
const compactTime = (now: Date) => now.toISOString().slice(0, 19).replaceAll(/\D/g, '')

/** The family's name is cut so that the mark fits; the label io.skep.family still has it whole. */
function withinLimit(base: string, suffix: string): string {
  return base.slice(0, maxNameLength - suffix.length).replace(/[-_.]+$/, '') + suffix
}

/** The engine holds names apart without regard to case. */
function caseless(names: Iterable<string>): (name: string) => boolean {
  const lower = new Set([...names].map((name) => name.toLowerCase()))
  return (name) => lower.has(name.toLowerCase())
}

/** Throws what is wrong with a name that somebody typed: its length, its characters, or that it is taken. */
export function requireFreeName(kind: DataObjectKind, name: string, taken: Iterable<string>): void {
  if (name.length > maxNameLength) {
    throw new AppError('invalid_input', { fields: ['name'], reasons: ['name_too_long'] })
  }
  if (!namePattern.test(name)) throw new AppError('invalid_input', { fields: ['name'], reasons: ['name_pattern'] })
  if (caseless(taken)(name)) throw new AppError('name_taken', { kind, name })
}

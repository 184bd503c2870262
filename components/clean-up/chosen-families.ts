import type { VersionVerdict } from '@/lib/rotation/plan-clean-up'

/** Families with versions that may go, by name. */
function families(verdicts: readonly VersionVerdict[]): string[] {
  return [...new Set(verdicts.filter(mayGo).map(({ family }) => family))]
}

export function mayGo({ keptBecause }: VersionVerdict): boolean {
  return keptBecause.length === 0
}

/** Those that the URL chooses: all where it says nothing, none where it says `-`, which is no family's name. */
export function chosenFamilies(verdicts: readonly VersionVerdict[], text: string): string[] {
  const all = families(verdicts)
  if (text === '') return all
  const names = new Set(text.split(','))
  return all.filter((family) => names.has(family))
}

/** For the URL, after a family was put in or taken out. */
export function toggledFamilies(
  verdicts: readonly VersionVerdict[],
  chosen: readonly string[],
  family: string,
): string {
  const next = families(verdicts).filter((one) => (one === family ? !chosen.includes(one) : chosen.includes(one)))
  if (next.length === families(verdicts).length) return ''
  return next.join(',') || '-'
}

/** The versions that go when these families are cleaned up. */
export function goingOf(verdicts: readonly VersionVerdict[], chosen: readonly string[]): VersionVerdict[] {
  return verdicts.filter((verdict) => mayGo(verdict) && chosen.includes(verdict.family))
}

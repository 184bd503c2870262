import type { DataObjectKind } from '@/lib/contract/data-objects'
import { page } from '@/lib/paths/page'
import type { Family, Version } from './family'

/** A row of the list: a family, or one of its versions below it. */
export type FamilyEntry = { id: string; family: Family; version: Version | null }

export function entryOf(family: Family): FamilyEntry {
  return { id: family.name, family, version: null }
}

/** The newest first, as one wants them. No family's name has a blank. */
export function versionEntries({ family }: FamilyEntry): FamilyEntry[] {
  return family.versions.map((version) => ({ id: `${family.name} ${version.name}`, family, version })).reverse()
}

export const entryId = (entry: FamilyEntry) => entry.id

export function entryText({ family }: FamilyEntry): string {
  const names = family.versions.map((version) => version.name)
  return [family.name, ...names, ...family.stacks, ...family.services].filter(Boolean).join(' ')
}

export const entryHref = (kind: DataObjectKind) => (entry: FamilyEntry) =>
  page[kind]((entry.version ?? entry.family.current).name)

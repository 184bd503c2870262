import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'

type Row = { name: string; family: string; versions: readonly string[] }

/** The request that notes an answer; see planFamily. */
export type FamilyAnswer = { kind: DataObjectKind; names: string[]; family: string | null }

/** Versions of one thing take their other versions along, into the family of the one in use. Apart go only the two. */
export function answerOf({ kind, name, other }: FamilyDoubt, isOne: boolean, rows: readonly Row[]): FamilyAnswer {
  const [present, past] = [name, other].map((each) => rows.find((row) => row.name === each))
  if (!isOne) return { kind, names: [name, other], family: null }
  const names = [...(past?.versions ?? [other]), ...(present?.versions ?? [name])]
  return { kind, names: [...new Set(names)], family: present?.family ?? name }
}

/** How many objects the doubts are about. */
export function objectsInDoubt(doubts: readonly FamilyDoubt[]): number {
  return new Set(doubts.flatMap(({ name, other }) => [name, other])).size
}

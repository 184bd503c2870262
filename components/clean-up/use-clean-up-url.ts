'use client'

import { useSearchParam } from '@/lib/browser/use-search-param'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { defaultKeptVersions } from '@/lib/rotation/plan-clean-up'

const kindsOf: Record<string, DataObjectKind[]> = { config: ['config'], secret: ['secret'] }
const bothKinds: DataObjectKind[] = ['config', 'secret']

/** What of a clean-up is in the URL: of which kind, how many versions stay, and which families are chosen. */
export function useCleanUpUrl() {
  const [kind, setKind] = useSearchParam('kind', 'all')
  const [keep, setKeep] = useSearchParam('keep', String(defaultKeptVersions))
  const [families, setFamilies] = useSearchParam('families')
  const number = Number(keep)
  const isNumber = Number.isInteger(number) && number >= 1 && number <= 1_000
  return {
    kind: kind in kindsOf ? kind : 'all',
    kinds: kindsOf[kind] ?? bothKinds,
    setKind,
    keep: isNumber ? number : defaultKeptVersions,
    setKeep: (next: number) => setKeep(String(next)),
    families,
    setFamilies,
  }
}

'use client'

import { useApi } from '@/lib/browser/use-api'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'

/**
 * What a person is to say about the objects of one kind. `version` stands for the objects: others may be in doubt when they
 * have changed.
 */
export function useDoubts(kind: DataObjectKind, version: string) {
  const { data, reload } = useApi<FamilyDoubt[]>(api.familyDoubts(), undefined, version)
  return { doubts: (data ?? []).filter((doubt) => doubt.kind === kind), reload }
}

export const doubtKey = ({ question, name, other }: FamilyDoubt) => `${question} ${name} ${other}`

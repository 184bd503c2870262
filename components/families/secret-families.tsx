'use client'

import { useMay } from '@/lib/browser/current-user'
import type { ViewOf } from '@/lib/contract/topics'
import { FamilyList } from './list/family-list'
import { useNameSet } from './list/list-state'

type Props = { initial: ViewOf<'secrets'>; policies: ViewOf<'policies'> }

/** All secrets of the swarm; several at once can be chosen and rotated. */
export function SecretFamilies({ initial, policies }: Props) {
  const selected = useNameSet('selected')
  const mayRotate = useMay('secret.rotate')
  return <FamilyList kind="secret" initial={initial} policies={policies} selected={mayRotate ? selected : null} />
}

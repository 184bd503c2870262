'use client'

import type { ViewOf } from '@/lib/contract/topics'
import { FamilyList } from './list/family-list'

type Props = { initial: ViewOf<'configs'>; policies: ViewOf<'policies'> }

/** All configs of the swarm. Nobody can make up their contents, so they are rotated one at a time. */
export function ConfigFamilies({ initial, policies }: Props) {
  return <FamilyList kind="config" initial={initial} policies={policies} selected={null} />
}

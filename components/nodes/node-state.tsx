'use client'

import { useTranslations } from 'use-intl'
import { healthTone } from '@/components/swarm/tone'
import { Badge } from '@/components/ui/badge'
import type { NodeRow } from '@/lib/contract/nodes'

type Props = { node: NodeRow; variant?: 'plain' | 'soft' }

/** The engine's words: its state, and its availability where that is not the usual one. */
export function NodeState({ node, variant }: Props) {
  const t = useTranslations('nodes')
  const isQuorumLost = node.reachability === 'unreachable' && node.state !== 'down'
  return (
    <Badge tone={healthTone[node.health]} variant={variant}>
      {node.availability === 'active' ? node.state : `${node.state}, ${t(`availability.${node.availability}`)}`}
      {isQuorumLost && t('unreachable')}
    </Badge>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { AmountBar } from '@/components/swarm/amount-bar'
import { useUnits } from '@/components/swarm/use-units'
import type { NodeRow } from '@/lib/contract/nodes'

/** How much of the node's processors is promised to tasks. Promised, not used: the scheduler goes by this alone. */
export function ReservedCpus({ node }: { node: NodeRow }) {
  const t = useTranslations('nodes')
  const units = useUnits()
  const total = units.cpus(node.nanoCpus)
  const text = t('reservedOf', { reserved: units.cpuNumber(node.reservedNanoCpus), total })
  return <AmountBar label={t('reservedCpus')} text={text} share={share(node.reservedNanoCpus, node.nanoCpus)} />
}

export function ReservedMemory({ node }: { node: NodeRow }) {
  const t = useTranslations('nodes')
  const units = useUnits()
  const text = t('reservedOf', {
    reserved: units.bytes(node.reservedMemoryBytes),
    total: units.bytes(node.memoryBytes),
  })
  return <AmountBar label={t('reservedMemory')} text={text} share={share(node.reservedMemoryBytes, node.memoryBytes)} />
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

import type { Network } from '@/lib/swarm/engine-types'
import { labelsOf, madeAt } from './meta'

type Wish = Partial<Omit<Network, 'Labels'>> & { Name: string; stack?: string; labels?: Record<string, string> }

/** An overlay network whose Id is `network-NAME`, unless asked otherwise. */
export function network({ stack, labels, ...wish }: Wish): Network {
  return {
    Id: `network-${wish.Name}`,
    Created: madeAt,
    Scope: 'swarm',
    Driver: 'overlay',
    Labels: labelsOf(stack, labels),
    ...wish,
  }
}

import type { ServiceBody } from '@/lib/compose/convert/bodies'
import type { PlannedService } from '@/lib/contract/deploy'
import type { Service } from '@/lib/swarm/engine-types'
import { replicasOf } from '@/lib/swarm/spec/mode'

/**
 * Which number of replicas counts where the live one is not the file's. The CLI takes the file's, and 1 where it has
 * none, which undoes a scaling on purpose; so a number that the file does not even give is not put in place unasked.
 */
export function replicaChoice(
  { Mode }: ServiceBody,
  service: Service | null,
  asked: 'live' | 'file' | undefined,
): PlannedService['replicas'] {
  if (!service || !('Replicated' in Mode)) return null
  const live = replicasOf(service.Spec)
  const file = Mode.Replicated.Replicas === undefined ? null : Number(Mode.Replicated.Replicas)
  if (live === null || live === (file ?? 1)) return null
  return { live, file, chosen: asked ?? (file === null ? 'live' : 'file') }
}

import type { PlannedDeploy } from '@/lib/contract/deploy'

/** How many services and objects a deployment touches, and in which way. */
export type DeployCounts = {
  create: number
  update: number
  restart: number
  remove: number
  /** Networks, configs and secrets that are made. */
  objects: number
  /** Objects whose labels change alone. */
  relabel: number
}

export function deployCounts({ services, objects }: Pick<PlannedDeploy, 'services' | 'objects'>): DeployCounts {
  const servicesThat = (verdict: string) => services.filter((service) => service.verdict === verdict).length
  const made = objects.filter(({ verdict, kind }) => verdict === 'create' && kind !== 'volume')
  return {
    create: servicesThat('create'),
    update: servicesThat('update'),
    restart: servicesThat('restart'),
    remove: servicesThat('remove'),
    objects: made.length,
    relabel: objects.filter(({ verdict }) => verdict === 'relabel').length,
  }
}

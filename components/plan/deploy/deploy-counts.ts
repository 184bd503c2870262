import type { PlannedDeploy } from '@/lib/contract/deploy'

export const countedVerdicts = ['create', 'restart', 'update', 'remove'] as const
export const countedKinds = ['network', 'config', 'secret'] as const

/** How many services and objects a deployment touches, and in which way. */
export type DeployCounts = {
  services: Record<(typeof countedVerdicts)[number], number>
  /** Those that are made. */
  created: Record<(typeof countedKinds)[number], number>
  /** Those that are removed. */
  removed: Record<(typeof countedKinds)[number], number>
  /** Those of which the labels change alone. */
  relabelled: number
}

export function deployCounts({ services, objects }: Pick<PlannedDeploy, 'services' | 'objects'>): DeployCounts {
  const servicesThat = (verdict: string) => services.filter((service) => service.verdict === verdict).length
  const objectsThat = (kind: string, verdict: string) =>
    objects.filter((object) => object.kind === kind && object.verdict === verdict).length
  const byKind = (verdict: string) => ({
    network: objectsThat('network', verdict),
    config: objectsThat('config', verdict),
    secret: objectsThat('secret', verdict),
  })
  return {
    services: {
      create: servicesThat('create'),
      restart: servicesThat('restart'),
      update: servicesThat('update'),
      remove: servicesThat('remove'),
    },
    created: byKind('create'),
    removed: byKind('remove'),
    relabelled: objects.filter(({ verdict }) => verdict === 'relabel').length,
  }
}

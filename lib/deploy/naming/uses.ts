import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { FileTarget } from '@/lib/swarm/engine-types'

/** What a service of a stack file gets from a config or secret, written as it is sent. */
export type Use = { service: string; kind: DataObjectKind; name: string; file: FileTarget | null }

export function usesOf({ services }: Pick<ConvertedStack, 'services'>): Use[] {
  return services.flatMap(({ Name: service, TaskTemplate: { ContainerSpec } }) => [
    ...(ContainerSpec.Configs ?? []).map(({ ConfigName: name, File: file = null }): Use => {
      return { service, kind: 'config', name, file }
    }),
    ...(ContainerSpec.Secrets ?? []).map(({ SecretName: name, File: file }): Use => {
      return { service, kind: 'secret', name, file }
    }),
  ])
}

/** The CLI sorts references by their names, so their order tells nothing. */
export function areSameUses(some: readonly Use[], others: readonly Use[]): boolean {
  const texts = (uses: readonly Use[]) => uses.map(textOf).toSorted()
  const [left, right] = [texts(some), texts(others)]
  return left.length === right.length && left.every((text, index) => text === right[index])
}

function textOf({ service, kind, name, file }: Use): string {
  return JSON.stringify([service, kind, name, file?.Name, file?.UID, file?.GID, file?.Mode])
}

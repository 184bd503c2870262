import type { StackModel } from '@/lib/compose/load/model'
import { mergeService } from './merge-service'
import { laterEntries } from './merge-values'

/**
 * Puts files over each other in their order, each loaded on its own before. Services are merged field by field;
 * networks, volumes, secrets and configs of a later file replace those of an earlier one whole.
 */
export function mergeFiles(files: readonly [StackModel, ...StackModel[]]): StackModel {
  return files.reduce((base, over) => {
    const services = new Map(base.services)
    for (const [name, service] of over.services) {
      const known = services.get(name)
      services.set(name, known ? mergeService(known, service) : service)
    }
    return {
      services,
      networks: laterEntries(base.networks, over.networks),
      volumes: laterEntries(base.volumes, over.volumes),
      secrets: laterEntries(base.secrets, over.secrets),
      configs: laterEntries(base.configs, over.configs),
    }
  })
}

import 'server-only'
import type { Engine } from '@/lib/engine/engine'
import { isAppError } from '@/lib/errors/app-error'
import type { SwarmStore } from '@/lib/live/swarm-store'
import type { Network } from '@/lib/swarm/engine-types'
import type { Change, Found, Listed } from '@/lib/swarm/reducer/change'
import type { ObjectKind, Objects } from '@/lib/swarm/snapshot'

export type InspectedKind = Exclude<ObjectKind, 'task'>

/** The questions that the watcher asks, each answered as a change that bears the place of its request. */
export type Questions = {
  list: Record<ObjectKind, () => Promise<Change>>
  inspect: Record<InspectedKind, (id: string) => Promise<Change>>
}

export function questionsTo(engine: Engine, store: SwarmStore): Questions {
  const list = async <K extends ObjectKind>(kind: K, ask: () => Promise<Objects[K][]>): Promise<Listed<K>> => {
    const { askedAt } = store.ticket()
    return { type: 'list', kind, objects: await ask(), askedAt }
  }
  const inspect = async <K extends InspectedKind>(kind: K, ask: () => Promise<Objects[K]>): Promise<Found<K>> => {
    const { askedAt } = store.ticket()
    return { type: 'found', kind, object: await ask(), askedAt }
  }
  return {
    list: {
      service: () => list('service', engine.listServices),
      task: () => list('task', () => engine.listTasks()),
      node: () => list('node', engine.listNodes),
      network: () => list('network', () => listAllNetworks(engine, store)),
      config: () => list('config', engine.listConfigs),
      secret: () => list('secret', engine.listSecrets),
    },
    inspect: {
      service: (id) => orMissing('service', id, store, () => inspect('service', () => engine.inspectService(id))),
      node: (id) => orMissing('node', id, store, () => inspect('node', () => engine.inspectNode(id))),
      network: (id) => orMissing('network', id, store, () => inspect('network', () => engine.inspectNetwork(id))),
      config: (id) => orMissing('config', id, store, () => inspect('config', () => engine.inspectConfig(id))),
      secret: (id) => orMissing('secret', id, store, () => inspect('secret', () => engine.inspectSecret(id))),
    },
  }
}

async function orMissing(
  kind: InspectedKind,
  id: string,
  store: SwarmStore,
  ask: () => Promise<Change>,
): Promise<Change> {
  const { askedAt } = store.ticket()
  try {
    return await ask()
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return { type: 'missing', kind, id, askedAt }
    throw error
  }
}

/** No list has the predefined ones (`host`, `bridge`). They never change, so they are asked for once per swarm. */
async function listAllNetworks(engine: Engine, store: SwarmStore): Promise<Network[]> {
  const known = [...(store.snapshot()?.network.values() ?? [])].filter(isPredefined)
  const predefined = known.length > 0 ? known : await engine.listPredefinedNetworks()
  return [...(await engine.listNetworks()), ...predefined]
}

function isPredefined({ Labels }: Network): boolean {
  return Labels?.['com.docker.swarm.predefined'] === 'true'
}

import 'server-only'
import type { Stamp } from '@/lib/contract/stamp'
import type { SwarmView } from '@/lib/contract/swarm'
import type { Topic, ViewOf } from '@/lib/contract/topics'
import { type Engine, engine } from '@/lib/engine/engine'
import { AppError } from '@/lib/errors/app-error'
import type { Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { DriftSource } from './drift-source'
import type { RotationsSource } from './rotations-source'
import { type StoreNews, SwarmStore } from './swarm-store'
import { swarmView } from './swarm-view'
import type { Listener } from './topics/audience'
import { TopicHub } from './topics/topic-hub'
import type { InspectedKind } from './watch/questions'
import { Watcher } from './watch/watcher'

/** What this process knows of the swarm, kept fresh by one watcher for everybody. Nothing here waits for the engine. */
export type Live = {
  start: () => void
  stop: () => void
  /** The last one known, also while the engine is away. Throws the AppError that says why there is none. */
  snapshot: () => Snapshot
  swarm: () => SwarmView
  stamp: () => Stamp
  /** Without rows or document, and with `asOf` 0, while nothing is known yet; the topic `swarm` says why. */
  view: <T extends Topic>(topic: T) => ViewOf<T>
  /** The listener gets the topics' whole views at once, as text of StreamMessages, then their changes. */
  subscribe: (topics: readonly Topic[], listener: Listener) => () => void
  /** Polls the tasks of these services briskly until the returned function is called. */
  attend: (serviceIds: readonly string[]) => () => void
  /** Reads one service at once, for use after our own write. Null when it is gone. */
  refreshService: (id: string) => Promise<Service | null>
  /** Reads anything else at once. */
  refresh: (kind: InspectedKind, id: string) => Promise<void>
  /** Called when the snapshot is another one than before. */
  onChange: (listener: (news: StoreNews) => void) => () => void
  setOperations: TopicHub['setOperations']
  setPolicies: TopicHub['setPolicies']
  setDrift: (source: DriftSource) => void
  setRotations: (source: RotationsSource) => void
}

export function makeLive(of: Engine): Live {
  const store = new SwarmStore()
  const watcher = new Watcher(of, store, () => hub.isWatched)
  const swarm = () => swarmView(watcher.current, store.snapshot())
  const hub: TopicHub = new TopicHub({ store, swarmView: swarm, onWatched: () => watcher.wake() })
  watcher.standingNews.add(() => hub.touchSwarm())

  function snapshot(): Snapshot {
    const known = store.snapshot()
    if (known) return known
    throw watcher.current.problem ?? new AppError('engine_unreachable', { reason: 'connecting' })
  }

  return {
    start: () => watcher.start(),
    stop: () => {
      watcher.stop()
      hub.stop()
    },
    snapshot,
    swarm,
    stamp: () => store.stamp(),
    view: (topic) => hub.view(topic),
    subscribe: (topics, listener) => hub.subscribe(topics, listener),
    attend: (serviceIds) => {
      const release = watcher.pace.attend(serviceIds)
      watcher.wake()
      return release
    },
    refreshService: (id) => watcher.refreshService(id),
    refresh: (kind, id) => watcher.refresh(kind, id),
    onChange: (listener) => store.news.add(listener),
    setOperations: (source) => hub.setOperations(source),
    setPolicies: (source) => hub.setPolicies(source),
    setDrift: (source) => hub.setDrift(source),
    setRotations: (source) => hub.setRotations(source),
  }
}

const g = globalThis as typeof globalThis & { skepLive?: Live }

/** One per process: the server's bundles load this module several times. */
export function live(): Live {
  g.skepLive ??= makeLive(engine())
  return g.skepLive
}

import type { ObjectKind } from '@/lib/swarm/snapshot'
import { MapDraft } from './map-draft'

/**
 * When each object was last heard of: by a list, which also speaks of everything that is not in it, or by an answer of its
 * own. Whoever was asked earlier has nothing to say about it any more. So a late list neither brings back what is gone
 * nor takes away what is new, also for networks, which have no version.
 */
export type LastWord = {
  readonly listedAt: Readonly<Record<ObjectKind, number>>
  /** What was heard after the list: by object, `kind:id`, there or gone. */
  readonly heardAt: ReadonlyMap<string, number>
  /** By service: when all of its tasks were listed, after the list of all tasks. */
  readonly tasksListedAt: ReadonlyMap<string, number>
}

/** Configs are listed seldom, and each that comes and goes leaves its mark. Only those in flight matter, never this many. */
const mostMarks = 2_000

export const nothingHeard: LastWord = {
  listedAt: { service: 0, task: 0, node: 0, network: 0, config: 0, secret: 0 },
  heardAt: new Map(),
  tasksListedAt: new Map(),
}

export class LastWordDraft {
  private readonly listedAt: Record<ObjectKind, number>
  private readonly heardAt: MapDraft<number>
  private readonly tasksListedAt: MapDraft<number>

  constructor(base: LastWord) {
    this.listedAt = { ...base.listedAt }
    this.heardAt = new MapDraft(base.heardAt)
    this.tasksListedAt = new MapDraft(base.tasksListedAt)
  }

  about(kind: ObjectKind, id: string, serviceId?: string): number {
    const ofService = serviceId === undefined ? 0 : (this.tasksListedAt.current.get(serviceId) ?? 0)
    return Math.max(this.listedAt[kind], this.heardAt.current.get(`${kind}:${id}`) ?? 0, ofService)
  }

  hear(kind: ObjectKind, id: string, askedAt: number): void {
    if (askedAt > this.about(kind, id)) this.heardAt.set(`${kind}:${id}`, askedAt)
    const [oldest] = this.heardAt.current.size > mostMarks ? this.heardAt.current.keys() : []
    if (oldest !== undefined) this.heardAt.delete(oldest)
  }

  hearTasks(serviceId: string, askedAt: number): void {
    if (askedAt > this.about('task', '', serviceId)) this.tasksListedAt.set(serviceId, askedAt)
  }

  hearList(kind: ObjectKind, askedAt: number): void {
    this.listedAt[kind] = Math.max(this.listedAt[kind], askedAt)
    for (const [key, at] of this.heardAt.current) {
      if (at <= askedAt && key.startsWith(`${kind}:`)) this.heardAt.delete(key)
    }
    if (kind !== 'task') return
    for (const [serviceId, at] of this.tasksListedAt.current) if (at <= askedAt) this.tasksListedAt.delete(serviceId)
  }

  result(): LastWord {
    const [heardAt, tasksListedAt] = [this.heardAt.current, this.tasksListedAt.current]
    return { listedAt: this.listedAt, heardAt, tasksListedAt }
  }
}

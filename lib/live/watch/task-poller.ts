import 'server-only'
import type { Engine } from '@/lib/engine/engine'
import { isAppError } from '@/lib/errors/app-error'
import type { SwarmStore } from '@/lib/live/swarm-store'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { Bell } from './pause'
import { mostFiltered, restPerWork, type TaskPace } from './task-pace'

/** How old the list of all tasks may become while somebody looks, and while nobody does. */
const watchedMs = 5_000
const unwatchedMs = 25_000

/** A burst of events asks for one list, not for one each. */
const gatherMs = 150

/** What follows a loss of nodes or services does so within seconds: tasks end, and others take their place. */
const aftermathMs = 4_000
const aftermathEveryMs = 1_000

type Parts = { engine: Engine; store: SwarmStore; pace: TaskPace; isWatched: () => boolean }

/** Asks for tasks: all of them now and then, those of restless services in between. */
export class TaskPoller {
  private readonly bell = new Bell()
  private isAllWanted = false
  private aftermathUntil = 0
  private all = { at: 0, tookMs: 0 }
  private some = { at: 0, tookMs: 0 }

  constructor(private readonly parts: Parts) {}

  /** Something happened to a service. */
  stir(serviceId: string): void {
    this.parts.pace.stir(serviceId, Date.now())
    this.bell.ring()
  }

  /** Something happened to nodes, or to a service that is gone: any task may have moved. */
  wantAll(): void {
    this.isAllWanted = true
    this.aftermathUntil = Date.now() + aftermathMs
    this.bell.ring()
  }

  wake(): void {
    this.bell.ring()
  }

  /** To be called when all tasks have just been listed with everything else. */
  allListed(tookMs: number): void {
    this.all = { at: Date.now(), tookMs }
    this.isAllWanted = false
  }

  /** Polls until the signal is aborted; throws when the engine fails. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const { waitMs, isAll, serviceIds } = this.nextList(Date.now())
      if (waitMs > 0) await this.bell.sleep(waitMs, signal)
      else if (isAll) await this.listAll()
      else await this.listSome(serviceIds)
    }
  }

  private nextList(now: number): { waitMs: number; isAll: boolean; serviceIds: string[] } {
    const { pace, store } = this.parts
    const serviceIds = pace.restless(now).filter((id) => store.snapshot()?.service.has(id))
    const isMany = serviceIds.length > mostFiltered
    const allIn = this.all.at + Math.max(this.allIntervalMs(isMany, now), this.all.tookMs * restPerWork) - now
    if (serviceIds.length === 0 || isMany) return { waitMs: allIn, isAll: true, serviceIds }
    const someIn = this.some.at + pace.interval(now, this.some.tookMs) - now
    return { waitMs: Math.min(allIn, someIn), isAll: allIn <= someIn, serviceIds }
  }

  private allIntervalMs(isMany: boolean, now: number): number {
    if (this.isAllWanted) return gatherMs
    if (now < this.aftermathUntil) return aftermathEveryMs
    if (isMany) return this.parts.pace.interval(now, this.all.tookMs)
    return this.parts.isWatched() ? watchedMs : unwatchedMs
  }

  private async listAll(): Promise<void> {
    const ticket = this.parts.store.ticket()
    this.isAllWanted = false
    const objects = await this.parts.engine.listTasks()
    this.all = { at: Date.now(), tookMs: Date.now() - ticket.time }
    const before = this.parts.store.snapshot()
    this.parts.store.take(ticket, [{ type: 'list', kind: 'task', objects, askedAt: ticket.askedAt }])
    this.noteMoves(before)
  }

  private async listSome(serviceIds: string[]): Promise<void> {
    const ticket = this.parts.store.ticket()
    try {
      const objects = await this.parts.engine.listTasks({ serviceIds })
      const before = this.parts.store.snapshot()
      this.parts.store.take(ticket, [{ type: 'tasks', serviceIds, objects, askedAt: ticket.askedAt }])
      this.noteMoves(before)
    } catch (error) {
      // The engine refuses the whole filter when one of the services is gone.
      if (!isAppError(error) || error.code !== 'not_found') throw error
      for (const id of serviceIds) this.parts.pace.forget(id)
      this.wantAll()
    } finally {
      this.some = { at: Date.now(), tookMs: Date.now() - ticket.time }
    }
  }

  /** The reducer keeps the list of a service's tasks while nothing in it changes, so comparing them is cheap. */
  private noteMoves(before: Snapshot | null): void {
    const after = this.parts.store.snapshot()
    if (!before || !after || before === after) return
    const now = Date.now()
    for (const [serviceId, tasks] of after.tasksByService) {
      if (before.tasksByService.get(serviceId) !== tasks) this.parts.pace.move(serviceId, now)
    }
  }
}

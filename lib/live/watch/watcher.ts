import 'server-only'
import type { Connection } from '@/lib/contract/swarm'
import type { Engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { Listeners } from '@/lib/live/listeners'
import type { SwarmStore } from '@/lib/live/swarm-store'
import { log } from '@/lib/log'
import type { EngineInfo, Service } from '@/lib/swarm/engine-types'
import { BackOff } from './back-off'
import { Observation, StreamLost } from './observation'
import { pause } from './pause'
import { type InspectedKind, questionsTo } from './questions'
import { TaskPace } from './task-pace'
import { TaskPoller } from './task-poller'

/** How we stand to the engine. `info` is what it last said of itself. */
export type Standing = { connection: Connection; since: number; problem: AppError | null; info: EngineInfo | null }

/** An observation that ends sooner was no success, and the next one is put off as after a failure. */
const steadyMs = 10_000

/** Keeps an observation going: connects, and connects again. One per process. */
export class Watcher {
  readonly standingNews = new Listeners<Standing>()
  readonly pace = new TaskPace()
  private standing: Standing = { connection: 'connecting', since: Date.now(), problem: null, info: null }
  private readonly poller: TaskPoller
  private stopping: AbortController | null = null

  constructor(
    private readonly engine: Engine,
    private readonly store: SwarmStore,
    isWatched: () => boolean,
  ) {
    this.poller = new TaskPoller({ engine, store, pace: this.pace, isWatched })
  }

  get current(): Standing {
    return this.standing
  }

  start(): void {
    if (this.stopping) return
    this.stopping = new AbortController()
    void this.keepObserving(this.stopping.signal)
  }

  stop(): void {
    this.stopping?.abort()
    this.stopping = null
  }

  /** Somebody began to look, or to wait for a service: the pace of the polls has changed. */
  wake(): void {
    this.poller.wake()
  }

  /** Reads a service at once, to be called after our own write: its event may come later than the next question. */
  async refreshService(id: string): Promise<Service | null> {
    const ticket = this.store.ticket()
    const change = await questionsTo(this.engine, this.store).inspect.service(id)
    this.store.take(ticket, [change])
    this.poller.stir(id)
    return change.type === 'found' && change.kind === 'service' ? change.object : null
  }

  /** Reads an object at once: what is planned right after it was removed must not find it. */
  async refresh(kind: InspectedKind, id: string): Promise<void> {
    const ticket = this.store.ticket()
    this.store.take(ticket, [await questionsTo(this.engine, this.store).inspect[kind](id)])
  }

  private async keepObserving(stop: AbortSignal): Promise<void> {
    const backOff = new BackOff()
    while (!stop.aborted) {
      const begin = Date.now()
      const failure = await this.observe(stop)
      if (stop.aborted) return
      const wasSteady = Date.now() - begin > steadyMs
      if (wasSteady) backOff.reset()
      // A stream that ends by itself after a while says nothing about the engine; only if it does not come back is it away.
      if (!(failure instanceof StreamLost && wasSteady)) this.goAway(failure)
      await pause(backOff.next(), stop)
    }
  }

  private async observe(stop: AbortSignal): Promise<unknown> {
    const observation = new Observation({
      engine: this.engine,
      store: this.store,
      poller: this.poller,
      onInfo: (info) => this.change({ info }),
      onListed: () => this.change({ connection: 'live', problem: null }),
    })
    return observation.run(stop).catch((error: unknown) => error)
  }

  private goAway(failure: unknown): void {
    const problem = asProblem(failure)
    this.change({ connection: 'away', problem })
  }

  private change(change: Partial<Standing>): void {
    const before = this.standing
    const isTurn = change.connection !== undefined && change.connection !== before.connection
    this.standing = { ...before, ...change, since: isTurn ? Date.now() : before.since }
    const isNews = isTurn || before.problem?.code !== this.standing.problem?.code || before.info === null
    if (isTurn) log().info({ connection: this.standing.connection, code: this.standing.problem?.code }, 'the engine')
    if (isNews) this.standingNews.tell(this.standing)
  }
}

function asProblem(failure: unknown): AppError {
  if (isAppError(failure)) return failure
  if (failure instanceof StreamLost) return new AppError('engine_unreachable', { reason: 'stream' }, failure)
  log().error({ err: failure }, 'the watcher failed')
  return new AppError('unexpected', {}, failure)
}

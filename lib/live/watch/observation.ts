import 'server-only'
import type { Engine } from '@/lib/engine/engine'
import type { SwarmStore } from '@/lib/live/swarm-store'
import { engineTime } from '@/lib/swarm/engine-time'
import type { EngineInfo } from '@/lib/swarm/engine-types'
import type { Touched } from '@/lib/swarm/reducer/touched'
import { EventInbox } from './event-inbox'
import { pause } from './pause'
import { type Questions, questionsTo } from './questions'
import { problemOf } from './standing'
import type { TaskPoller } from './task-poller'

/**
 * Everything is listed again after this, less up to a third by chance. This is the watchdog, too: a stream of events may be
 * silent because nothing happens or because the engine is frozen, and only a new request tells which.
 */
const relistMs = 30_000
/** A list of configs that took no longer is made with every list; their contents are few or small. */
const cheapConfigsMs = 250
/** An event may arrive this much later than a list that shows what it tells. */
const eventDelayMs = 1_000

/** The stream ended, or does not tell what happens any more. To connect anew is all that is to be done about it. */
export class StreamLost extends Error {}

type Parts = {
  engine: Engine
  store: SwarmStore
  poller: TaskPoller
  onInfo: (info: EngineInfo) => void
  /** Everything was listed: the snapshot is whole and fresh. */
  onListed: () => void
}

/**
 * Life of one connection. The stream of events is opened first and everything listed then, so that nothing happens in
 * between unnoticed; afterwards events, polls and lists go on side by side until one of them fails.
 */
export class Observation {
  private readonly questions: Questions
  private readonly inbox: EventInbox
  private areConfigsCheap = false

  constructor(private readonly parts: Parts) {
    this.questions = questionsTo(parts.engine, parts.store)
    // The tasks of a service can be asked for only when it is known itself.
    this.inbox = new EventInbox(this.questions, parts.store, {
      onTaken: () => parts.poller.wake(),
      isWriting: parts.engine.isWriting,
    })
  }

  /** Ends by throwing what ended it. */
  async run(stop: AbortSignal): Promise<never> {
    const end = new AbortController()
    const signal = AbortSignal.any([stop, end.signal])
    try {
      const info = await this.askInfo()
      const streamEnds = this.followEvents(info, signal)
      await Promise.race([this.listEverything({ withConfigs: true }), streamEnds])
      this.parts.store.completeFirstList()
      this.parts.onListed()
      const works = [this.inbox.run(signal), this.parts.poller.run(signal), this.relist(signal)]
      await Promise.race([streamEnds, ...works])
      throw new StreamLost('The watcher was stopped.')
    } finally {
      end.abort()
    }
  }

  /** Also tells whether this is still the same swarm: `docker swarm leave` and `init` end no stream. */
  private async askInfo(): Promise<EngineInfo> {
    const info = await this.parts.engine.info()
    this.parts.onInfo(info)
    const problem = problemOf(info)
    if (problem) throw problem
    this.parts.store.begin(info.swarmId ?? '')
    return info
  }

  /** Resolves never; rejects when the stream ends. The engine's own clock counts, and a second more than it says. */
  private async followEvents({ systemTime }: EngineInfo, signal: AbortSignal): Promise<never> {
    const now = engineTime(systemTime) ?? Date.now()
    await this.parts.engine.watchEvents({
      since: Math.floor(now / 1000) - 1,
      signal,
      onEvent: (event) => {
        this.inbox.add(event)
        if (event.kind === 'service' && event.action !== 'remove') this.parts.poller.stir(event.id)
        else if (event.kind === 'service' || event.kind === 'node') this.parts.poller.wantAll()
      },
    })
    throw new StreamLost('The engine ended the stream of events.')
  }

  /** Asks for all lists at once and takes them in together, so that nobody sees half of a change. */
  private async listEverything({ withConfigs }: { withConfigs: boolean }): Promise<Touched | null> {
    const { list } = this.questions
    const ticket = this.parts.store.ticket()
    const timed = async <T>(ask: () => Promise<T>, took: (ms: number) => void): Promise<T> => {
      const answer = await ask()
      took(Date.now() - ticket.time)
      return answer
    }
    const tasks = timed(list.task, (ms) => this.parts.poller.allListed(ms))
    const asked = [list.service(), tasks, list.node(), list.network(), list.secret()]
    if (withConfigs) {
      asked.push(
        timed(list.config, (ms) => {
          this.areConfigsCheap = ms <= cheapConfigsMs
        }),
      )
    }
    return this.parts.store.take(ticket, await Promise.all(asked))
  }

  private async relist(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(relistMs * (1 - Math.random() / 3), signal)
      if (signal.aborted) return
      const { epoch } = this.parts.store.stamp()
      const begin = Date.now()
      await this.askInfo()
      // Whose events are those that come now? The stream is opened anew for the other swarm.
      if (this.parts.store.stamp().epoch !== epoch) throw new StreamLost('The engine belongs to another swarm.')
      const touched = await this.listEverything({ withConfigs: this.areConfigsCheap })
      if (touched?.hasNewContext) await this.requireEvents(begin - eventDelayMs, signal)
    }
  }

  /** What a list shows as new, an event should have told: else the stream is open but dead, as after a lost network. */
  private async requireEvents(since: number, signal: AbortSignal): Promise<void> {
    if (this.inbox.heardAt < since) await pause(eventDelayMs, signal)
    if (this.inbox.heardAt < since && !signal.aborted) throw new StreamLost('Changes came without events.')
  }
}

import 'server-only'
import type { EngineEvent } from '@/lib/engine/events'
import type { SwarmStore } from '@/lib/live/swarm-store'
import { Bell, pause } from './pause'
import type { Questions } from './questions'

type Kind = EngineEvent['kind']

/** One deployment makes a burst of events about the same few objects. */
const gatherMs = 25

/**
 * Of so many at once more are on their way, as while a change of ours is being sent: they are looked at together when it
 * calms down, or after this time.
 */
const burstOf = 5
const longestGatherMs = 250

/** From here on one list is cheaper than so many inspections. Not so for configs, whose list carries all contents. */
const mostInspected = 20

/** Turns events, which are only hints, into inspections of what they name. */
export class EventInbox {
  private readonly bell = new Bell()
  private waiting = new Map<string, { kind: Kind; id: string }>()
  /** When the last event came. */
  heardAt = 0

  constructor(
    private readonly questions: Questions,
    private readonly store: SwarmStore,
    private readonly around: { onTaken: () => void; isWriting: () => boolean },
  ) {}

  add({ kind, id }: EngineEvent): void {
    this.heardAt = Date.now()
    this.waiting.set(`${kind}:${id}`, { kind, id })
    this.bell.ring()
  }

  /** Works until the signal is aborted; throws when the engine fails. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.bell.sleep(60_000, signal)
      await this.gather(signal)
      const named = [...this.waiting.values()]
      this.waiting.clear()
      if (named.length > 0 && !signal.aborted) await this.lookAt(named)
    }
  }

  private async gather(signal: AbortSignal): Promise<void> {
    const until = Date.now() + longestGatherMs
    let before = 0
    let isGrowing = false
    do {
      before = this.waiting.size
      await pause(gatherMs, signal)
      isGrowing = this.waiting.size >= burstOf && this.waiting.size > before
    } while ((isGrowing || this.around.isWriting()) && Date.now() < until)
  }

  private async lookAt(named: { kind: Kind; id: string }[]): Promise<void> {
    const ticket = this.store.ticket()
    const kinds = [...new Set(named.map(({ kind }) => kind))]
    const changes = kinds.flatMap((kind) => {
      const ids = named.filter((one) => one.kind === kind).map(({ id }) => id)
      const isMany = kind !== 'config' && ids.length > mostInspected
      return isMany ? [this.questions.list[kind]()] : ids.map((id) => this.questions.inspect[kind](id))
    })
    this.store.take(ticket, await Promise.all(changes))
    this.around.onTaken()
  }
}

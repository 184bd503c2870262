/** The events of a service tell that its tasks will move; they do so for some seconds after the last sign of it. */
const stirredMs = 10_000
const movedMs = 5_000

/** While an operation waits for them, it goes on no sooner than they are seen: the docker CLI looks as often. */
const attendedMs = 200
const briskMs = 500
/** For services whose tasks move without anybody having changed anything: one that crashes for ever must not cost much. */
const calmMs = 2_000
const briskForMs = 30_000

/** Beyond this the filter costs the engine more than the whole list. */
export const mostFiltered = 50

/** Of a second of our time the engine shall spend at most a fifth on our lists. */
export const restPerWork = 5

/**
 * Decides whose tasks are asked for often. There are no task events, so this is how progress is seen: brisk for services
 * that somebody watches or has just changed, calm for those that move by themselves, and not at all for the others, which
 * the list of all tasks covers.
 */
export class TaskPace {
  private readonly attended = new Map<string, number>()
  private readonly restlessUntil = new Map<string, number>()
  private briskUntil = 0

  /** Keeps a service brisk until the returned function is called. */
  attend(serviceIds: readonly string[]): () => void {
    for (const id of serviceIds) this.attended.set(id, (this.attended.get(id) ?? 0) + 1)
    let isReleased = false
    return () => {
      if (isReleased) return
      isReleased = true
      for (const id of serviceIds) {
        const left = (this.attended.get(id) ?? 0) - 1
        if (left > 0) this.attended.set(id, left)
        else this.attended.delete(id)
      }
    }
  }

  /** Something was done to the service. */
  stir(serviceId: string, now: number): void {
    this.restlessUntil.set(serviceId, now + stirredMs)
    this.briskUntil = now + briskForMs
  }

  /** Its tasks were seen to change. */
  move(serviceId: string, now: number): void {
    this.restlessUntil.set(serviceId, Math.max(this.restlessUntil.get(serviceId) ?? 0, now + movedMs))
  }

  forget(serviceId: string): void {
    this.restlessUntil.delete(serviceId)
  }

  /** The services to ask about. */
  restless(now: number): string[] {
    for (const [id, until] of this.restlessUntil) if (until <= now) this.restlessUntil.delete(id)
    return [...new Set([...this.attended.keys(), ...this.restlessUntil.keys()])]
  }

  /** Milliseconds between two lists of them, by what the last one took. */
  interval(now: number, lastTookMs: number): number {
    const unattendedMs = now < this.briskUntil ? briskMs : calmMs
    const wanted = this.attended.size > 0 ? attendedMs : unattendedMs
    return Math.max(wanted, lastTookMs * restPerWork)
  }
}

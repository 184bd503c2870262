/** While a service is watched the engine answers several times a second, or within ten seconds when it is slow. */
const mostBetweenMs = 15_000

/** Time in which the engine answered: while it is away or frozen nothing can be seen to become true, so none passes. */
export class AnsweredTime {
  private lastAsOf: number | null = null
  private silentMs = 0

  /** From when the engine last confirmed what is known, in UTC milliseconds. */
  at(asOf: number): number {
    this.silentMs += Math.max(0, asOf - (this.lastAsOf ?? asOf) - mostBetweenMs)
    this.lastAsOf = asOf
    return asOf - this.silentMs
  }
}

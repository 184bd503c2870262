const shortestMs = 500
const longestMs = 10_000

/** Pauses between attempts: doubling, and each somewhat shorter by chance, so that several servers do not knock at once. */
export class BackOff {
  private failures = 0

  constructor(private readonly random: () => number = Math.random) {}

  next(): number {
    const fullMs = Math.min(longestMs, shortestMs * 2 ** this.failures)
    this.failures += 1
    return fullMs * (1 - this.random() * 0.2)
  }

  reset(): void {
    this.failures = 0
  }
}

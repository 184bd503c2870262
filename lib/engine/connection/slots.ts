/** Lets at most `limit` run at once; the others wait in line. Waiting ends, with the signal's reason, when it is aborted. */
export class Slots {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly limit: number) {}

  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.enter(signal)
    try {
      return await work()
    } finally {
      this.leave()
    }
  }

  private enter(signal: AbortSignal): Promise<void> {
    if (this.running < this.limit) {
      this.running += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.waiting.splice(this.waiting.indexOf(proceed), 1)
        reject(signal.reason)
      }
      // Whoever leaves hands over the place, so the number of those running stays.
      const proceed = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      signal.addEventListener('abort', giveUp, { once: true })
      this.waiting.push(proceed)
    })
  }

  private leave(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.running -= 1
  }
}

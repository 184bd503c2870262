/** Aborts its signal when nothing was heard for so long. A large list may take its time, as long as it goes on coming. */
export class SilenceLimit {
  private readonly controller = new AbortController()
  private readonly timer: NodeJS.Timeout

  constructor(limitMs: number) {
    this.timer = setTimeout(() => this.controller.abort(), limitMs).unref()
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** Passes the chunks on; each of them is a sign of life. */
  async *listen(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      this.timer.refresh()
      yield chunk
    }
  }

  end(): void {
    clearTimeout(this.timer)
  }
}

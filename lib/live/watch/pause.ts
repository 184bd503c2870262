/** Resolves after the time, or as soon as the signal is aborted, or when what `onSleep` was given is called. */
export function pause(ms: number, signal: AbortSignal, onSleep?: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    signal.addEventListener('abort', wake, { once: true })
    onSleep?.(wake)
  })
}

/** A bell for one sleeper. Rung while he is awake, it lets him sleep no more the next time. */
export class Bell {
  private wake: (() => void) | null = null
  private wasRung = false

  ring(): void {
    this.wasRung = true
    this.wake?.()
  }

  /** Sleeps for the time at most. */
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.wasRung) {
      await pause(ms, signal, (wake) => {
        this.wake = wake
      })
      this.wake = null
    }
    this.wasRung = false
  }
}

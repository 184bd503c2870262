/** Null when the time is over, or nobody waits any more; what was waited for goes on. */
export function orNull<T>(work: Promise<T>, until: number, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), Math.max(0, until - Date.now()))
    signal.addEventListener('abort', () => resolve(null), { once: true })
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

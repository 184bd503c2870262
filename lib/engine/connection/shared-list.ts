/**
 * Makes many callers of a list cost at most two: one that runs, and one that begins after it for everybody who asked
 * meanwhile. Nobody gets an answer that was begun before he asked, so what he has just written is in it.
 */
export function sharedList<T>(load: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null

  function begin(): Promise<T> {
    next = null
    const mine = load().finally(() => {
      if (running === mine) running = null
    })
    running = mine
    return mine
  }

  return () => {
    if (!running) return begin()
    next ??= running.then(begin, begin)
    return next
  }
}

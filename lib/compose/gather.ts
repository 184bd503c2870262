import type { Finding } from './finding'
import { ComposeRefusal } from './refusal'

/**
 * Does the work for each item, and refuses with what all of them were refused for. The CLI stops at the first, which
 * is a random one where it walks over a map.
 */
export function gather<I, O>(items: Iterable<I>, work: (item: I) => O): O[] {
  const results: O[] = []
  const refusals: Finding[] = []
  for (const item of items) {
    try {
      results.push(work(item))
    } catch (error) {
      if (!(error instanceof ComposeRefusal)) throw error
      refusals.push(...error.findings)
    }
  }
  const [first, ...others] = refusals
  if (first) throw new ComposeRefusal([first, ...others])
  return results
}

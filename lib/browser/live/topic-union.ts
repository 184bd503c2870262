import type { Topic } from '@/lib/contract/topics'

/** What each tab of the browser shows, by the tab's id. */
export type ShownByTab = ReadonlyMap<string, readonly Topic[]>

/** Every topic that some tab shows, once, in an order that does not depend on the tabs'. */
export function unionOfTopics(shown: ShownByTab): Topic[] {
  return [...new Set([...shown.values()].flat())].toSorted()
}

export function isSameTopics(a: readonly Topic[], b: readonly Topic[]): boolean {
  return a.length === b.length && a.every((topic, index) => topic === b[index])
}

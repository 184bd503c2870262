import type { LabelValues } from './plan'

type Labels = Readonly<Record<string, string>>

export function labelOf(labels: Labels | null | undefined, key: string): string | null {
  return labels && Object.hasOwn(labels, key) ? (labels[key] ?? null) : null
}

/** The labels with some of them set, and those taken away whose value is null. */
export function withLabels(labels: Labels, changes: LabelValues): Record<string, string> {
  const all = Object.entries({ ...labels, ...changes })
  return Object.fromEntries(all.flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
}

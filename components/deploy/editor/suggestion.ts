import type { Section } from './top-level'

/** What the swarm has, by name. */
export type SwarmNames = {
  networks: readonly string[]
  volumes: readonly string[]
  configs: readonly string[]
  secrets: readonly string[]
  nodes: readonly { hostname: string; labels: Readonly<Record<string, string>> }[]
}

export type Suggestion = {
  label: string
  /** What is put in the place of what was typed. */
  insert: string
  /** `idle` is a key that does nothing in a stack. */
  kind: 'key' | 'idle' | 'value' | 'file' | 'swarm' | 'node' | 'variable'
  /** It is not in the file yet: choosing it declares it as external in this section too. */
  declares?: Section
}

import type { ComposeNode } from '@/lib/compose/parse/compose-node'
import { parseAnyGoFloat, parseGoDecimal } from '@/lib/compose/parse/go-number'
import type { Place } from '@/lib/compose/place'

export type CastType = 'integer' | 'number' | 'boolean'

const service = 'services.*'
const integers = [
  `${service}.configs.[].mode`,
  `${service}.secrets.[].mode`,
  `${service}.healthcheck.retries`,
  `${service}.deploy.replicas`,
  `${service}.deploy.update_config.parallelism`,
  `${service}.deploy.rollback_config.parallelism`,
  `${service}.deploy.restart_policy.max_attempts`,
  `${service}.deploy.placement.max_replicas_per_node`,
  `${service}.ports.[].target`,
  `${service}.ports.[].published`,
  `${service}.ulimits.*`,
  `${service}.ulimits.*.hard`,
  `${service}.ulimits.*.soft`,
  `${service}.oom_score_adj`,
]
const numbers = [
  `${service}.deploy.update_config.max_failure_ratio`,
  `${service}.deploy.rollback_config.max_failure_ratio`,
]
const booleans = [
  `${service}.healthcheck.disable`,
  `${service}.privileged`,
  `${service}.read_only`,
  `${service}.stdin_open`,
  `${service}.tty`,
  `${service}.volumes.[].read_only`,
  `${service}.volumes.[].volume.nocopy`,
  'networks.*.external',
  'networks.*.internal',
  'networks.*.attachable',
  'volumes.*.external',
  'secrets.*.external',
  'configs.*.external',
]

const patterns: { parts: string[]; type: CastType }[] = [
  ...integers.map((pattern) => ({ parts: pattern.split('.'), type: 'integer' as const })),
  ...numbers.map((pattern) => ({ parts: pattern.split('.'), type: 'number' as const })),
  ...booleans.map((pattern) => ({ parts: pattern.split('.'), type: 'boolean' as const })),
]

/**
 * The type that a string gets at this path once a variable has changed it. Keys with a dot count as several parts, as
 * in the CLI, so nothing is cast within a service `a.b`. Source: docker/cli, cli/compose/loader/interpolate.go.
 */
export function castTypeAt(path: string): CastType | null {
  const parts = path.split('.')
  const match = patterns.find(
    (pattern) =>
      pattern.parts.length === parts.length &&
      pattern.parts.every((part, index) => part === '*' || part === parts[index]),
  )
  return match?.type ?? null
}

/** Null if the text is no such value. An integer is decimal here: 0440 means 440. */
export function castText(text: string, type: CastType, place: Place): ComposeNode | null {
  if (type === 'integer') {
    const value = parseGoDecimal(text)
    return value === null ? null : { kind: 'integer', value, place }
  }
  if (type === 'number') {
    const value = parseAnyGoFloat(text)
    return value === null ? null : { kind: 'float', value, place }
  }
  const word = text.toLowerCase()
  if (['y', 'yes', 'true', 'on'].includes(word)) return { kind: 'boolean', value: true, place }
  if (['n', 'no', 'false', 'off'].includes(word)) return { kind: 'boolean', value: false, place }
  return null
}

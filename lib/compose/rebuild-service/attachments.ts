import { byBytes } from '@/lib/compose/byte-order'
import { defaultNetwork } from '@/lib/compose/convert/networks'
import type { ReportServiceLoss } from '@/lib/compose/rebuild/loss'
import { attachmentsOf } from '@/lib/compose/rebuild/networks'
import type { StackKeys } from '@/lib/compose/rebuild/stack-keys'
import { optionsTree } from '@/lib/compose/write/printed-map'
import { branchOrAbsent, type Tree } from '@/lib/compose/write/tree'
import type { ServiceSpec } from '@/lib/swarm/engine-types'

/** The engine's own networks take no aliases. */
const withoutAliases = new Set(['bridge', 'host', 'none'])

/** The networks of a service; absent where it joins the stack's default network and no other. */
export function attachmentsTree(
  spec: ServiceSpec,
  service: string,
  keys: StackKeys,
  report: ReportServiceLoss,
): Tree | undefined {
  const attachments = attachmentsOf(spec)
  if (attachments.length === 0) report('no_network', 'TaskTemplate.Networks')
  if (spec.Networks?.length && !spec.TaskTemplate.Networks) {
    report('networks_in_old_place', 'Networks')
    report('networks_in_old_place', 'TaskTemplate.Networks')
  }
  const entries = attachments.map(({ Target, Aliases = [], DriverOpts }): [string, Tree] => {
    const key = keys.network(Target)
    const isService = Aliases.at(-1) === service
    if (!isService && !withoutAliases.has(key)) report('alias_missing', 'TaskTemplate.Networks', { network: key })
    const aliases = isService ? Aliases.slice(0, -1) : Aliases
    const options = { aliases: aliases.length > 0 ? aliases : undefined, driver_opts: optionsTree(DriverOpts) }
    return [key, branchOrAbsent(options) ?? null]
  })
  const isDefault = entries.length === 1 && entries[0]?.[0] === defaultNetwork && entries[0][1] === null
  if (entries.length === 0 || isDefault) return undefined
  const sorted = entries.toSorted(([a], [b]) => byBytes(a, b))
  return sorted.every(([, tree]) => tree === null) ? sorted.map(([key]) => key) : new Map(sorted)
}

import { networkName } from '@/lib/compose/convert/networks'
import type { Finding } from '@/lib/compose/finding'
import type { RuleContext, ServiceRuleContext } from './rule-context'

/** Networks that the client does not look at, and that no swarm has. `host` and `bridge` are there on every node. */
const notOfSwarm = /^(?:default|none)$|^container:/

/** Source: moby/moby, daemon/cluster/services.go; moby/swarmkit, manager/controlapi/service.go. */
export function attachmentFindings({ service, say }: ServiceRuleContext, { model, stack }: RuleContext): Finding[] {
  return [...service.networks.keys()].flatMap((key) => {
    const network = model.networks.get(key)
    if (!network) return []
    const name = networkName(stack, key, network)
    if (name === 'ingress') return [say('ingress_network_attached', ['networks', key], { name: key })]
    return network.isExternal && notOfSwarm.test(name) ? [say('network_not_of_swarm', ['networks', key], { name })] : []
  })
}

import type { NetworkBody } from '@/lib/compose/convert/bodies'
import { defaultNetwork, networkName } from '@/lib/compose/convert/networks'
import type { DeployProblem } from '@/lib/contract/deploy'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { ownerParams, problem } from '@/lib/deploy/problem'
import type { Network } from '@/lib/swarm/engine-types'
import { networkUsers } from '@/lib/swarm/networks'
import { stackOf } from '@/lib/swarm/snapshot'
import { type ObjectPlan, objectNote, objectPlan, sameLabels } from './object-plan'

/** Networks of the file that services use, those of others that they join, and what is left of earlier deployments. */
export function planNetworks(context: DeployContext): ObjectPlan[] {
  const byName = networksByName(context.snapshot.network.values())
  return [
    ...context.bodies.networks.map((body) => ownNetwork(context, body, byName.get(body.Name) ?? [])),
    ...context.converted.externalNetworks.map((name) => externalNetwork(context, name, byName.get(name) ?? [])),
    ...leftovers(context),
  ]
}

function networksByName(networks: Iterable<Network>): Map<string, Network[]> {
  const byName = new Map<string, Network[]>()
  for (const network of networks) byName.set(network.Name, [...(byName.get(network.Name) ?? []), network])
  return byName
}

function ownNetwork(context: DeployContext, body: NetworkBody, named: readonly Network[]): ObjectPlan {
  const { stack } = context
  const { Name: name, Driver: driver } = body
  const key = keyOf(context, name)
  const identity = { kind: 'network', key, name } as const
  const own = named.find((network) => stackOf(network.Labels) === stack)
  const problems = localDrivers.has(own?.Driver ?? driver) ? [localNetwork(context, body, key)] : []
  if (own) {
    const fields = differingFields(own, body)
    const lingers = context.live.size === 0 ? [objectNote('network_lingers')] : []
    if (fields.length === 0) return objectPlan(identity, 'unchanged', { notes: lingers, problems })
    const notes = [objectNote('shape_differs', { fields }), ...lingers]
    return objectPlan(identity, 'shape_differs', { notes, problems })
  }
  const other = named[0]
  const step = { action: 'create-network', name, stack, driver } as const
  if (!other) return objectPlan(identity, 'create', { step, problems })
  const params = ownerParams(other.Labels)
  const taken = problem(context, 'network_name_taken', { ...identity, path: ['networks', key], params })
  return objectPlan(identity, 'create', { step, problems: [taken, ...problems] })
}

/** What these make is a network of one node, and no service can join it. */
const localDrivers = new Set(['bridge', 'host', 'null', 'none', 'macvlan', 'ipvlan'])

function localNetwork(context: DeployContext, { Name: name, Driver: driver }: NetworkBody, key: string): DeployProblem {
  return problem(context, 'network_local', {
    kind: 'network',
    name,
    path: ['networks', key, 'driver'],
    params: { driver },
  })
}

/** The engine has its own of these, which no list shows. */
const predefined = /^(?:default|bridge|host)$/
const unusable = /^(?:none$|container:)/

function externalNetwork(context: DeployContext, name: string, named: readonly Network[]): ObjectPlan {
  const key = keyOf(context, name)
  const identity = { kind: 'network', key, name } as const
  const path = ['networks', key]
  if (predefined.test(name)) return objectPlan(identity, 'external')
  if (unusable.test(name))
    return objectPlan(identity, 'external', {
      problems: [problem(context, 'network_unusable', { ...identity, path })],
    })
  // A file may also name it by its id.
  const found = named.find(({ Scope }) => Scope === 'swarm') ?? named[0] ?? context.snapshot.network.get(name)
  if (!found) {
    const remedies = [{ action: 'create', kind: 'network', name } as const]
    const missing = problem(context, 'external_missing', { ...identity, path, params: { kind: 'network' }, remedies })
    return objectPlan(identity, 'missing', { problems: [missing] })
  }
  if (found.Scope === 'swarm') return objectPlan(identity, 'external')
  const params = { scope: found.Scope }
  return objectPlan(identity, 'external', {
    problems: [problem(context, 'external_scope', { ...identity, path, params })],
  })
}

/** The key by which the file knows the network; the default one has its key without being written. */
function keyOf({ stack, converted }: DeployContext, name: string): string {
  for (const [key, network] of converted.loaded.model.networks)
    if ((network.isExternal ? network.name : networkName(stack, key, network)) === name) return key
  return defaultNetwork
}

/** What the driver adds to the options that it was given. */
const ownOption = 'com.docker.network.driver.overlay.vxlanid_list'

/** The engine never changes a network, and the CLI says nothing; these would have to be another network's. */
export function differingFields(network: Network, body: NetworkBody): string[] {
  const options = Object.entries(network.Options ?? {}).filter(([key]) => key !== ownOption)
  const subnets = (network.IPAM?.Config ?? []).map(({ Subnet }) => Subnet ?? '')
  const wanted = (body.IPAM?.Config ?? []).map(({ Subnet }) => Subnet ?? '')
  const differs = {
    driver: network.Driver !== body.Driver,
    driver_opts: !isSameSet(options.map(pairText), Object.entries(body.Options ?? {}).map(pairText)),
    attachable: (network.Attachable ?? false) !== body.Attachable,
    internal: (network.Internal ?? false) !== body.Internal,
    labels: !sameLabels(network.Labels, body.Labels),
    // Where the file asks for none, the engine has chosen one.
    'ipam.config': wanted.length > 0 && !isSameSet(subnets, wanted),
    'ipam.driver': (body.IPAM?.Driver || 'default') !== (network.IPAM?.Driver || 'default'),
  }
  return Object.entries(differs).flatMap(([field, isDifferent]) => (isDifferent ? field : []))
}

function pairText([key, value]: [string, string]): string {
  return `${key}=${value}`
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === new Set(a).size
}

function leftovers({ stack, snapshot, bodies }: DeployContext): ObjectPlan[] {
  const names = new Set(bodies.networks.map(({ Name }) => Name))
  return [...snapshot.network.values()]
    .filter((network) => stackOf(network.Labels) === stack && !names.has(network.Name))
    .toSorted((a, b) => (a.Name < b.Name ? -1 : 1))
    .map((network) => {
      const users = networkUsers(snapshot, network)
      const notes = [
        objectNote('not_in_file'),
        ...(users.length > 0 ? [objectNote('used_elsewhere', { services: users })] : []),
      ]
      return objectPlan({ kind: 'network', key: null, name: network.Name }, 'leave', { notes })
    })
}

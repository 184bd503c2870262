import type { ConvertedStack } from '@/lib/compose/convert-stack'
import { carriedOver } from '@/lib/compose/rebuild/carried-over'
import { specDifferences } from '@/lib/compose/rebuild/spec-differences'
import type { Network } from '@/lib/swarm/engine-types'
import { networkName, networkTargets } from '@/lib/swarm/networks'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { storedForm } from '@/lib/swarm/spec/stored-form'

type Comparison = {
  stack: string
  converted: ConvertedStack
  snapshot: Snapshot
  contents: ReadonlyMap<string, Uint8Array>
  apiVersion: string
}

/** Where a converted stack is not what is live: its services, used networks and configs. It has no secrets of its own. */
export function liveDifferences(comparison: Comparison): string[] {
  const { converted, snapshot } = comparison
  const missing = [
    ...converted.externalNetworks.filter((name) => !nameSet(snapshot.network.values()).has(name)),
    ...converted.secrets.filter(({ Driver }) => !Driver).map(({ Name }) => Name),
  ]
  return [
    ...serviceDifferences(comparison),
    ...networkDifferences(comparison),
    ...configDifferences(comparison),
    ...missing.map((name) => `${name} is not there`),
  ]
}

function serviceDifferences({ stack, converted, snapshot, apiVersion }: Comparison): string[] {
  const nameOf = (target: string) => networkName(snapshot, target)
  const live = (snapshot.servicesByStack.get(stack) ?? []).map(({ Spec }) => Spec)
  const bodies = new Map(converted.services.map((body) => [body.Name, body]))
  return [
    ...live.flatMap((spec) => {
      const body = bodies.get(spec.Name)
      if (!body) return [`service ${spec.Name} is not in the file`]
      const paths = specDifferences(
        storedForm(spec, { networkName: nameOf }),
        storedForm(carriedOver(body, spec), { networkName: nameOf, sentWith: apiVersion }),
      )
      return paths.map((path) => `service ${spec.Name} differs: ${path}`)
    }),
    ...converted.services
      .filter((body) => !live.some(({ Name }) => Name === body.Name))
      .map(({ Name }) => `service ${Name} is not live`),
  ]
}

function networkDifferences({ stack, converted, snapshot }: Comparison): string[] {
  const services = snapshot.servicesByStack.get(stack) ?? []
  const used = new Set(services.flatMap(networkTargets).map((target) => networkName(snapshot, target)))
  const live = [...snapshot.network.values()].filter(({ Name, Labels }) => used.has(Name) && stackOf(Labels) === stack)
  const wanted = new Map(converted.networks.map((body) => [body.Name, body]))
  return [
    ...live.flatMap((network) => {
      const body = wanted.get(network.Name)
      if (!body) return [`network ${network.Name} is not in the file`]
      const subnets = subnetsOf(body)
      return specDifferences(
        { ...comparable(network), subnets: subnets.length > 0 ? subnetsOf(network) : [] },
        { ...comparable(body), subnets },
      ).map((path) => `network ${network.Name} differs: ${path}`)
    }),
    ...converted.networks
      .filter((body) => !live.some(({ Name }) => Name === body.Name))
      .map(({ Name }) => `network ${Name} is not live`),
  ]
}

type SomeNetwork = Pick<Network, 'Driver' | 'Internal' | 'Attachable' | 'Labels' | 'Options'> & {
  IPAM?: { Config?: { Subnet?: string }[] | null } | null
}

function comparable({ Driver, Internal, Attachable, Labels, Options }: SomeNetwork) {
  const { 'com.docker.network.driver.overlay.vxlanid_list': _chosen, ...options } = Options ?? {}
  return { Driver: Driver || 'overlay', Internal, Attachable, Labels, options }
}

/** Where the file asks for none, the engine chooses one. */
function subnetsOf({ IPAM }: SomeNetwork): (string | undefined)[] {
  return (IPAM?.Config ?? []).map(({ Subnet }) => Subnet)
}

function configDifferences({ stack, converted, snapshot, contents }: Comparison): string[] {
  const live = [...snapshot.config.values()].filter(({ Spec }) => stackOf(Spec.Labels) === stack)
  const wanted = new Map(converted.configs.map((body) => [body.Name, body]))
  return [
    ...live.flatMap(({ ID, Spec }) => {
      const body = wanted.get(Spec.Name)
      if (!body) return [`config ${Spec.Name} is not in the file`]
      const Data = Buffer.from(contents.get(ID) ?? []).toString('base64')
      return specDifferences({ ...Spec, Data }, body).map((path) => `config ${Spec.Name} differs: ${path}`)
    }),
    ...converted.configs
      .filter((body) => !live.some(({ Spec }) => Spec.Name === body.Name))
      .map(({ Name }) => `config ${Name} is not live`),
  ]
}

function nameSet(networks: Iterable<Network>): Set<string> {
  return new Set([...networks].map(({ Name }) => Name))
}

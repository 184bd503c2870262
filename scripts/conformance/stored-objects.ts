import { stackLabel } from '@/lib/compose/convert/body-values'
import type { Swarm } from '@/scripts/roundtrip/swarm'
import type { SentBody } from './compare-bodies'

type Labelled = { Labels?: Record<string, string> | null }
type Listed = { ID: string; Spec: Labelled & { Name: string } }
type ListedNetwork = Labelled & { Id: string; Name: string; IPAM?: object; Options?: Record<string, string> | null }

/** What the engine chooses, another number each time. */
const ownOption = 'com.docker.network.driver.overlay.vxlanid_list'

/**
 * The objects of a stack as the engine has stored them, with names in place of IDs. The subnets of a network count only
 * if they were asked for.
 */
export async function storedObjects(
  { ask }: Swarm,
  stack: string,
  askedSubnets: ReadonlySet<string>,
): Promise<SentBody[]> {
  const [networks, secrets, configs, services] = await Promise.all([
    ask<ListedNetwork[]>('GET', '/networks'),
    ask<Listed[]>('GET', '/secrets'),
    ask<Listed[]>('GET', '/configs'),
    ask<Listed[]>('GET', '/services'),
  ])
  const names = new Map([
    ...networks.map(({ Id, Name }): [string, string] => [Id, `<network:${Name}>`]),
    ...secrets.map(({ ID, Spec }): [string, string] => [ID, `<secret:${Spec.Name}>`]),
    ...configs.map(({ ID, Spec }): [string, string] => [ID, `<config:${Spec.Name}>`]),
  ])
  const isOwn = ({ Labels }: Labelled) => Labels?.[stackLabel] === stack
  const specs = (kind: string, objects: Listed[]) =>
    objects.filter(({ Spec }) => isOwn(Spec)).map(({ Spec }) => ({ kind, name: Spec.Name, body: named(Spec, names) }))
  return [
    ...networks
      .filter(isOwn)
      .map((network) => ({ kind: 'network', name: network.Name, body: lasting(network, askedSubnets) })),
    ...specs('secret', secrets),
    ...specs('config', configs),
    ...specs('service', services),
  ]
}

function lasting(
  { Id: _id, IPAM, Options, ...network }: ListedNetwork & { Created?: string },
  askedSubnets: ReadonlySet<string>,
) {
  const { Created: _created, ...rest } = network
  const options = Object.entries(Options ?? {}).filter(([option]) => option !== ownOption)
  return { ...rest, Options: Object.fromEntries(options), IPAM: askedSubnets.has(network.Name) ? IPAM : null }
}

function named(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => named(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, named(member, names)]))
}

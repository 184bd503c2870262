import type { ServiceBody } from '@/lib/compose/convert/bodies'
import type { DeployProblem } from '@/lib/contract/deploy'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { serviceKey } from '@/lib/deploy/live-services'
import { ownerParams, problem } from '@/lib/deploy/problem'
import type { Params } from '@/lib/errors/app-error'
import type { Service } from '@/lib/swarm/engine-types'
import { collide, livePorts, type PublishedPort, publishedPorts } from './ports'

/** What follows from who has which port: the engine refuses a port as long as another service's spec has it. */
export type PortOrder = {
  problems: DeployProblem[]
  /** Names of services to be pruned that have to go before others come. */
  prunedFirst: Set<string>
  /** By a service's name, those of the stack that have to give a port away before it can take it. */
  waitsFor: Map<string, Set<string>>
}

type Holder = { service: Service; port: PublishedPort }

export function portOrder(context: DeployContext, pruned: readonly Service[]): PortOrder {
  const order: PortOrder = { problems: [], prunedFirst: new Set(), waitsFor: new Map() }
  const wanted = new Map(context.bodies.services.map((body) => [body.Name, portsOf(body)]))
  const isPruned = new Set(pruned)
  const holders = holdersOf(context)
  const claimed = new Map<string, { name: string; port: PublishedPort }[]>()
  for (const body of context.bodies.services) {
    for (const port of wanted.get(body.Name) ?? []) {
      const rival = claimed.get(port.key)?.find((other) => other.name !== body.Name && collide(other.port, port))
      if (rival) order.problems.push(taken(context, 'port_taken_in_file', body, port, { service: rival.name }))
      claimed.set(port.key, [...(claimed.get(port.key) ?? []), { name: body.Name, port }])
      for (const holder of holders.get(port.key) ?? []) {
        const { Name } = holder.service.Spec
        if (!collide(port, holder.port) || context.live.get(body.Name) === holder.service) continue
        const own = context.live.get(Name) === holder.service ? wanted.get(Name) : undefined
        if (isPruned.has(holder.service)) order.prunedFirst.add(Name)
        else if (!own) order.problems.push(takenBy(context, body, port, holder.service))
        // Where it keeps the port, that the file has it twice has been said already.
        else if (!own.some((kept) => collide(kept, port))) waitFor(order, body.Name, Name)
      }
    }
  }
  return order
}

/** The services in an order in which each port is given away before it is taken; the rest stay in theirs. */
export function inPortOrder(context: DeployContext, order: PortOrder): { names: string[]; problems: DeployProblem[] } {
  const names: string[] = []
  const problems: DeployProblem[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (body: ServiceBody) => {
    state.set(body.Name, 'open')
    for (const name of order.waitsFor.get(body.Name) ?? []) {
      const other = context.bodies.services.find((candidate) => candidate.Name === name)
      if (state.get(name) === 'open') problems.push(swap(context, body, name))
      else if (other && !state.has(name)) visit(other)
    }
    state.set(body.Name, 'done')
    names.push(body.Name)
  }
  for (const body of context.bodies.services) if (!state.has(body.Name)) visit(body)
  return { names, problems }
}

function holdersOf({ snapshot }: DeployContext): Map<string, Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const service of snapshot.service.values()) {
    for (const port of livePorts(service)) {
      const known = holders.get(port.key)
      if (!known) holders.set(port.key, [{ service, port }])
      else if (known.at(-1)?.service !== service) known.push({ service, port })
    }
  }
  return holders
}

function portsOf({ EndpointSpec }: ServiceBody): PublishedPort[] {
  return publishedPorts(EndpointSpec.Ports)
}

function waitFor({ waitsFor }: PortOrder, name: string, other: string): void {
  const known = waitsFor.get(name)
  if (known) known.add(other)
  else waitsFor.set(name, new Set([other]))
}

function takenBy(context: DeployContext, body: ServiceBody, port: PublishedPort, service: Service): DeployProblem {
  const { Name, Labels } = service.Spec
  return taken(context, 'port_taken', body, port, { service: Name, ...ownerParams(Labels) })
}

function taken(
  context: DeployContext,
  code: 'port_taken' | 'port_taken_in_file',
  { Name }: ServiceBody,
  { key }: PublishedPort,
  params: Params,
): DeployProblem {
  const path = ['services', serviceKey(context.stack, Name), 'ports']
  return problem(context, code, { kind: 'service', name: Name, path, params: { port: key, ...params } })
}

function swap(context: DeployContext, { Name }: ServiceBody, service: string): DeployProblem {
  const path = ['services', serviceKey(context.stack, Name), 'ports']
  return problem(context, 'port_swap', { kind: 'service', name: Name, path, params: { service } })
}

import { branch, type Tree } from '@/lib/compose/write/tree'
import type { PortConfig } from '@/lib/swarm/engine-types'

/** Fewer are better written one by one. */
const shortestRange = 3

type Run = { ports: PortConfig[]; hasOneTarget: boolean }

/** Published ports: the short form for what goes through ingress, with ranges, and the long form for the others. */
export function portTrees(ports: readonly PortConfig[]): Tree[] {
  return runsOf(ports).flatMap((run) => (run.ports.length < shortestRange ? run.ports.map(portTree) : [rangeText(run)]))
}

function portTree(port: PortConfig): Tree {
  const { TargetPort: target = 0, PublishedPort: published = 0, PublishMode } = port
  const isShort = PublishMode !== 'host' && target > 0 && target <= 65535 && published <= 65535
  if (!isShort)
    return branch({
      target: target || undefined,
      published: published || undefined,
      protocol: port.Protocol === 'tcp' ? undefined : port.Protocol,
      mode: PublishMode === 'host' ? 'host' : undefined,
    })
  if (published !== 0) return `${published}:${target}${protocolSuffix(port)}`
  return port.Protocol === 'tcp' ? target : `${target}${protocolSuffix(port)}`
}

function rangeText({ ports, hasOneTarget }: Run): string {
  const [first = {}, last = {}] = [ports[0], ports.at(-1)]
  const targets = hasOneTarget ? first.TargetPort : `${first.TargetPort}-${last.TargetPort}`
  return `${first.PublishedPort}-${last.PublishedPort}:${targets}${protocolSuffix(first)}`
}

function protocolSuffix({ Protocol = 'tcp' }: PortConfig): string {
  return Protocol === 'tcp' ? '' : `/${Protocol}`
}

/** Neighbours of which each is published one above the one before, all to one target or to one more each time. */
function runsOf(ports: readonly PortConfig[]): Run[] {
  const runs: Run[] = []
  for (const port of ports) {
    const run = runs.at(-1)
    if (run && continues(run, port)) {
      run.hasOneTarget = run.ports[0]?.TargetPort === port.TargetPort
      run.ports.push(port)
    } else runs.push({ ports: [port], hasOneTarget: false })
  }
  return runs
}

function continues({ ports, hasOneTarget }: Run, port: PortConfig): boolean {
  const last = ports.at(-1) ?? {}
  const isAlike = port.Protocol === last.Protocol && port.PublishMode !== 'host' && last.PublishMode !== 'host'
  if (!isAlike || !last.PublishedPort || !last.TargetPort || port.PublishedPort !== last.PublishedPort + 1) return false
  const step = (port.TargetPort ?? 0) - last.TargetPort
  return ports.length === 1 ? step === 0 || step === 1 : step === (hasOneTarget ? 0 : 1)
}

import type { PortView, ServiceRow } from '@/lib/contract/services'
import { serviceRow } from '@/lib/swarm/services'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { Outcome } from './outcome'

type Row = Record<string, string>

/** Compares the rows of `docker stack services` with what a stack's page says of the same services. */
export function compareServices(name: string, rows: readonly Row[], snapshot: Snapshot): Outcome {
  const services = new Map([...snapshot.service.values()].map((service) => [service.Spec.Name, service]))
  const differences = rows.flatMap((row) => {
    const service = services.get(row.Name ?? '')
    if (!service) return [`${row.Name}: not among our services`]
    const own = serviceRow(snapshot, service)
    const perNode = service.Spec.TaskTemplate.Placement?.MaxReplicas ?? 0
    return [
      ...differing(row, 'Mode', own.mode.replace('-', ' ')),
      ...differing(row, 'Image', own.image.name),
      ...differing(
        row,
        'Replicas',
        replicasText(own, perNode),
        row.Replicas?.replace(/^(\d+)\/\d+ (?=\(\d+\/)/, '$1 '),
      ),
      ...portsDiffer(row, own.ports),
    ].map((line) => `${row.Name} ${line}`)
  })
  return differences.length === 0 ? { name, result: 'same' } : { name, result: 'differs', differences }
}

function differing(row: Row, column: string, own: string, cli = row[column]): string[] {
  return cli === undefined || cli === own ? [] : [`${column}: the CLI has ${cli}, we have ${own}`]
}

/** Of a job the CLI tells as well how many may run at once, done or not; we tell how many are still to run. */
function replicasText({ mode, runningTasks, desiredTasks, reason }: ServiceRow, perNode: number): string {
  if (mode === 'replicated-job' || mode === 'global-job') {
    const { done = 0, total = 0 } = reason?.params ?? {}
    return `${runningTasks} (${String(done)}/${String(total)} completed)`
  }
  const most = mode === 'replicated' && perNode > 0 ? ` (max ${perNode} per node)` : ''
  return `${runningTasks}/${desiredTasks}${most}`
}

/** The CLI shows those of the ingress network alone, joined to ranges. */
function portsDiffer(row: Row, ports: readonly PortView[]): string[] {
  if (row.Ports === undefined) return []
  const expected = row.Ports.split(', ').filter(Boolean).flatMap(expanded)
  const own = ports
    .filter(({ mode }) => mode === 'ingress')
    .map(({ published, target, protocol }) => `${published}->${target}/${protocol}`)
  const isSame = expected.length === own.length && expected.every((port) => own.includes(port))
  return isSame ? [] : [`Ports: the CLI has ${expected.join(' ')}, we have ${own.join(' ')}`]
}

/** `*:38100-38102->80-82/tcp` as single ports; a single target may have a range of published ports. */
function expanded(text: string): string[] {
  const match = /^\*:(\d+)(?:-(\d+))?->(\d+)(?:-(\d+))?\/(\w+)$/.exec(text)
  if (!match) return [text]
  const [, first = '', last = first, target = '', lastTarget = target, protocol = ''] = match
  const isRange = target !== lastTarget
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => {
    return `${Number(first) + step}->${Number(target) + (isRange ? step : 0)}/${protocol}`
  })
}

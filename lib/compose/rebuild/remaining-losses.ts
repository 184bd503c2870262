import { convertStack } from '@/lib/compose/convert-stack'
import type { StackFile } from '@/lib/compose/load/stack-files'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { networkName } from '@/lib/swarm/networks'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { storedForm } from '@/lib/swarm/spec/stored-form'
import { carriedOver } from './carried-over'
import { composeFileName } from './data-objects'
import type { Loss } from './loss'
import { specDifferences } from './spec-differences'

type Rebuilt = {
  stack: string
  snapshot: Snapshot
  apiVersion: string
  services: readonly ServiceSpec[]
  files: readonly StackFile[]
  known: readonly Loss[]
}

/** What converting the rebuilt file gives otherwise than it is live, and nobody knows why. */
export function remainingLosses({ stack, snapshot, apiVersion, services, files, known }: Rebuilt): Loss[] {
  const converted = convertStack({
    stack,
    files,
    composeFiles: [composeFileName],
    variables: {},
    projectDir: '/',
    homeDir: null,
    apiVersion,
  })
  if ('refused' in converted) {
    const [{ code, line, params }] = converted.refused
    return [{ code: 'refused', params: { finding: code, line }, service: servicesName(params, stack), path: null }]
  }
  const bodies = new Map(converted.services.map((body) => [body.Name, body]))
  const nameOf = (target: string) => networkName(snapshot, target)
  return services.flatMap((live): Loss[] => {
    const service = live.Name
    const body = bodies.get(service)
    if (!body) return []
    const isKnown = (path: string) =>
      known.some((loss) => loss.service === service && loss.path !== null && isWithin(path, loss.path))
    const differences = specDifferences(
      storedForm(live, { networkName: nameOf }),
      storedForm(carriedOver(body, live), { networkName: nameOf, sentWith: apiVersion }),
    )
    return differences
      .filter((path) => !isKnown(path))
      .map((path) => ({ code: 'differs', params: { path }, service, path }))
  })
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`)
}

function servicesName({ service }: Loss['params'], stack: string): string | null {
  return typeof service === 'string' ? `${stack}_${service}` : null
}

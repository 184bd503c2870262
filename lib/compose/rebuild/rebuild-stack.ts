import type { StackFile } from '@/lib/compose/load/stack-files'
import { serviceTree } from '@/lib/compose/rebuild-service/service'
import { type Branch, branch, type Tree } from '@/lib/compose/write/tree'
import { writeYaml } from '@/lib/compose/write/write-yaml'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { composeFileName, rebuildDataObjects } from './data-objects'
import { keyOfName, type LiveStack } from './live-stack'
import type { Loss, ReportLoss } from './loss'
import { rebuildNetworks } from './networks'
import { remainingLosses } from './remaining-losses'
import { rebuildVolumes } from './volumes'

export type RebuildRequest = {
  stack: string
  snapshot: Snapshot
  /** What is in the stack's configs, by their IDs. One that is missing is taken for an external config. */
  configContents: ReadonlyMap<string, Uint8Array>
  apiVersion: string
}

export type RebuiltStack = {
  composeFile: string
  /** The Compose file first, then the configs beside it. */
  files: StackFile[]
  losses: Loss[]
}

/**
 * The Compose file of a running stack, as a person would have written it, and what it cannot say. Converting the file
 * again gives the specs that are live, but for the losses that have a path: the file is converted to find them out.
 */
export function rebuildStack({ stack, snapshot, configContents, apiVersion }: RebuildRequest): RebuiltStack {
  const losses: Loss[] = []
  const report: ReportLoss = (loss) => losses.push(loss)
  const all = (snapshot.servicesByStack.get(stack) ?? []).map(({ Spec }) => Spec)
  const services = all
    .filter((spec) => isRebuildable(spec, stack, report))
    .toSorted((a, b) => (a.Name < b.Name ? -1 : 1))
  const live: LiveStack = { name: stack, snapshot, services, contents: configContents, report }
  const networks = rebuildNetworks(live)
  const volumes = rebuildVolumes(live)
  const configs = rebuildDataObjects('config', live)
  const secrets = rebuildDataObjects('secret', live)
  const keys = { network: networks.keyOf, volume: volumes.keyOf, config: configs.keyOf, secret: secrets.keyOf }

  const trees = services.map((spec): [string, Branch] => {
    const key = keyOfName(stack, spec.Name) ?? spec.Name
    const tree = serviceTree(spec, key, keys, (code, path, params = {}) =>
      report({ code, params, service: spec.Name, path }),
    )
    return [key, tree]
  })
  const text = composeText(trees, [
    ['networks', networks.definitions],
    ['volumes', volumes.definitions],
    ['configs', configs.definitions],
    ['secrets', secrets.definitions],
  ])
  const files: StackFile[] = [{ name: composeFileName, text }, ...configs.files]
  const remaining = remainingLosses({ stack, snapshot, apiVersion, services, files, known: losses })
  return { composeFile: composeFileName, files, losses: [...losses, ...remaining] }
}

function isRebuildable({ Name, TaskTemplate }: ServiceSpec, stack: string, report: ReportLoss): boolean {
  const hasKey = keyOfName(stack, Name) !== null
  const hasContainer = TaskTemplate.ContainerSpec !== undefined
  if (!hasKey) report({ code: 'service_of_other_name', params: { name: Name }, service: Name, path: null })
  else if (!hasContainer)
    report({ code: 'service_without_container', params: { name: Name }, service: Name, path: null })
  return hasKey && hasContainer
}

/** Sections and services stand apart by an empty line. */
function composeText(services: [string, Tree][], sections: [string, Branch][]): string {
  const serviceTexts = services.map((service) => writeYaml(new Map([service]), 1))
  const head =
    services.length === 0 ? writeYaml(branch({ services: branch({}) })) : `services:\n${serviceTexts.join('\n')}`
  const rest = sections
    .filter(([, definitions]) => definitions.size > 0)
    .map((section) => writeYaml(new Map([section])))
  return [head, ...rest].join('\n')
}

import type { DataObjectBody } from '@/lib/compose/convert/bodies'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { StackComparison } from '@/lib/contract/deploy'
import type { TargetBodies } from '@/lib/deploy/target'
import type { FieldChange } from '@/lib/plan/plan'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { findConfig, findSecret } from '@/lib/swarm/find'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { sameLabels } from './object-plan'
import { contentOf } from './plan-data-objects'
import { differingFields } from './plan-networks'

export type LiveStack = { snapshot: Snapshot; stack: string }

type ComparedObject = StackComparison['objects'][number]

/**
 * How the networks, secrets and configs of a revision stand to those that are live. What was added is what has the
 * stack's label now. That a field differs is told, not how: the two are written too differently.
 */
export function compareLiveObjects(bodies: TargetBodies, live: LiveStack): ComparedObject[] {
  return [
    ...compareNetworks(bodies, live),
    ...compareDataObjects('secret', bodies.secrets, live),
    ...compareDataObjects('config', bodies.configs, live),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function compareNetworks({ networks }: TargetBodies, { snapshot, stack }: LiveStack): ComparedObject[] {
  const own = [...snapshot.network.values()].filter(({ Labels }) => stackOf(Labels) === stack)
  const names = new Set(networks.map(({ Name }) => Name))
  const compared = networks.flatMap((body) => {
    const found = own.find(({ Name }) => Name === body.Name)
    return differing('network', body.Name, found ? differingFields(found, body) : null)
  })
  return [
    ...compared,
    ...added(
      'network',
      names,
      own.map(({ Name }) => Name),
    ),
  ]
}

function compareDataObjects(
  kind: DataObjectKind,
  bodies: readonly DataObjectBody[],
  { snapshot, stack }: LiveStack,
): ComparedObject[] {
  const find = kind === 'config' ? findConfig : findSecret
  const compared = bodies.flatMap((body) => {
    const found = find(snapshot, body.Name)
    return differing(kind, body.Name, found ? dataFields(kind, body, found) : null)
  })
  const objects: (Config | Secret)[] = [...snapshot[kind].values()]
  const own = objects.filter(({ Spec }) => stackOf(Spec.Labels) === stack).map(({ Spec }) => Spec.Name)
  return [...compared, ...added(kind, new Set(bodies.map(({ Name }) => Name)), own)]
}

function dataFields(kind: DataObjectKind, body: DataObjectBody, live: Config | Secret): string[] {
  const content = 'Content' in live ? live.Content : null
  const isOther = content !== null && content.Sha256 !== contentOf(kind, body).sha256
  return [...(isOther ? ['content'] : []), ...(sameLabels(live.Spec.Labels, body.Labels) ? [] : ['labels'])]
}

/** Null stands for an object that is not live. */
function differing(kind: ComparedObject['kind'], name: string, fields: readonly string[] | null): ComparedObject[] {
  if (!fields) return [{ kind, name, verdict: 'removed', changes: [] }]
  const changes = fields.map((path): FieldChange => ({ path, before: null, after: null, isMasked: true }))
  return changes.length > 0 ? [{ kind, name, verdict: 'changed', changes }] : []
}

function added(kind: ComparedObject['kind'], known: ReadonlySet<string>, names: readonly string[]): ComparedObject[] {
  return names.filter((name) => !known.has(name)).map((name) => ({ kind, name, verdict: 'added', changes: [] }))
}

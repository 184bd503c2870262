import { createHash } from 'node:crypto'
import type { DataObjectBody, NetworkBody } from '@/lib/compose/convert/bodies'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { StackComparison } from '@/lib/contract/deploy'
import type { FieldChange } from '@/lib/plan/plan'
import { comparableForm } from '@/lib/plan/spec-form'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { liveForm, sentForm } from './deploy-context'
import { fieldChanges } from './field-changes'
import { plainText } from './fields/field-text'
import { liveServices } from './live-services'
import { compareLiveObjects, type LiveStack } from './objects/compare-live-objects'
import type { Resolved } from './resolved'
import { type TargetBodies, targetBodies } from './target'

export type RevisionBodies = {
  converted: Pick<ConvertedStack, keyof TargetBodies>
  /** Null for files that were never deployed: then images are compared as they are written. */
  resolved: Resolved | null
}

type Options = {
  apiVersion: string
  /** Only for those with the right to see values. */
  withValues?: boolean
}

/** How two revisions differ, service by service and object by object. Contents of secrets are not compared. */
export function compareRevisions(before: RevisionBodies, after: RevisionBodies, options: Options): StackComparison {
  const [old, wanted] = [bodiesOf(before), bodiesOf(after)]
  const forms = ({ services }: TargetBodies) => {
    return new Map(services.map((body) => [body.Name, comparableForm(body, sentForm(options.apiVersion))]))
  }
  return {
    services: compareForms(forms(old), forms(wanted), options),
    objects: [
      ...compareObjects('network', old.networks, wanted.networks, networkFields),
      ...compareObjects('secret', old.secrets, wanted.secrets, (body) => dataFields(body, false)),
      ...compareObjects('config', old.configs, wanted.configs, (body) => dataFields(body, true)),
    ],
  }
}

/** How what is live of a stack differs from a revision; `after` is what is live. */
export function compareWithLive(before: RevisionBodies, live: LiveStack, options: Options): StackComparison {
  const bodies = bodiesOf(before)
  const forms = bodies.services.map((body): [string, ServiceSpec] => {
    return [body.Name, comparableForm(body, sentForm(options.apiVersion))]
  })
  const services = [...liveServices(live.snapshot, live.stack)].map(([name, service]): [string, ServiceSpec] => {
    return [name, comparableForm(service.Spec, liveForm(live.snapshot))]
  })
  return {
    services: compareForms(new Map(forms), new Map(services), options),
    objects: compareLiveObjects(bodies, live),
  }
}

function bodiesOf({ converted, resolved }: RevisionBodies): TargetBodies {
  return resolved ? targetBodies(converted, resolved) : converted
}

type Forms = ReadonlyMap<string, ServiceSpec>

function compareForms(before: Forms, after: Forms, { withValues = false }: Options): StackComparison['services'] {
  return namesOf(before, after).flatMap((name): StackComparison['services'] => {
    const [old, wanted] = [before.get(name), after.get(name)]
    if (!old) return [{ name, verdict: 'added', changes: [] }]
    if (!wanted) return [{ name, verdict: 'removed', changes: [] }]
    const changes = fieldChanges(old, wanted, { withValues })
    return changes.length > 0 ? [{ name, verdict: 'changed', changes }] : []
  })
}

type Kind = StackComparison['objects'][number]['kind']

function compareObjects<T extends { Name: string }>(
  kind: Kind,
  before: readonly T[],
  after: readonly T[],
  fieldsOf: (body: T) => Map<string, string>,
): StackComparison['objects'] {
  const [old, wanted] = [byName(before), byName(after)]
  return namesOf(old, wanted).flatMap((name): StackComparison['objects'] => {
    const [was, is] = [old.get(name), wanted.get(name)]
    if (!was) return [{ kind, name, verdict: 'added', changes: [] }]
    if (!is) return [{ kind, name, verdict: 'removed', changes: [] }]
    const changes = mapChanges(fieldsOf(was), fieldsOf(is))
    return changes.length > 0 ? [{ kind, name, verdict: 'changed', changes }] : []
  })
}

function mapChanges(before: Map<string, string>, after: Map<string, string>): FieldChange[] {
  return namesOf(before, after)
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => {
      const isMasked = path === 'content'
      const text = (fields: Map<string, string>) => (isMasked ? null : (fields.get(path) ?? null))
      return { path, before: text(before), after: text(after), isMasked }
    })
}

function networkFields({ Driver, Internal, Attachable, Options, Labels, IPAM }: NetworkBody): Map<string, string> {
  return new Map([
    ['driver', Driver],
    ['internal', `${Internal}`],
    ['attachable', `${Attachable}`],
    ...(IPAM ? [['ipam', plainText(IPAM)] as const] : []),
    ...entries('driver_opts', Options ?? {}),
    ...entries('labels', Labels),
  ])
}

/** A content is too long for a line: that it differs is told, and the files show how. */
function dataFields({ Labels, Data = '', Driver, Templating }: DataObjectBody, hasContent: boolean) {
  return new Map([
    ...(hasContent ? [['content', createHash('sha256').update(Data).digest('hex')] as const] : []),
    ...(Driver ? [['driver', Driver.Name] as const] : []),
    ...(Templating ? [['template_driver', Templating.Name] as const] : []),
    ...entries('labels', Labels),
  ])
}

function entries(path: string, values: Record<string, string>): [string, string][] {
  return Object.entries(values).map(([key, value]) => [`${path}.${key}`, value])
}

function byName<T extends { Name: string }>(bodies: readonly T[]): Map<string, T> {
  return new Map(bodies.map((body) => [body.Name, body]))
}

function namesOf(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].toSorted()
}

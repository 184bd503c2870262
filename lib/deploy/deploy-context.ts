import type { ServiceBody } from '@/lib/compose/convert/bodies'
import { type Locate, locateIn } from '@/lib/compose/convert/locate'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DeployOptions, LeftBe } from '@/lib/contract/deploy'
import { comparableForm } from '@/lib/plan/spec-form'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { networkName } from '@/lib/swarm/networks'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { StoredFormContext } from '@/lib/swarm/spec/stored-form'
import { liveServices } from './live-services'
import type { Images } from './resolve-image'
import { type Resolved, resolveTarget } from './resolved'
import { type TargetBodies, targetBodies } from './target'

export type DeployWish = {
  stack: string
  converted: ConvertedStack
  snapshot: Snapshot
  options: DeployOptions
  /** Answers to imagesToResolve(). */
  images: Images
  /** Of the engine that gets the bodies. */
  apiVersion: string
  /** A revision that is brought back: its number, and what was resolved for it then. */
  restores?: { number: number; resolved: Resolved }
  /** The operation that this takes back. */
  undoes?: UndoneOperation
  /** What people let be of the stack, and would be reset. */
  leftBe?: readonly LeftBe[]
  /** For proposing names that have a date in them. */
  now?: Date
}

export type UndoneOperation = { id: string; isRemoval: boolean }

/** What every part of planning looks at. */
export type DeployContext = DeployWish & {
  resolved: Resolved
  bodies: TargetBodies
  /** The stack's services, by name. */
  live: ReadonlyMap<string, Service>
  /** Bodies as the file has them, before anything was resolved. */
  written: ReadonlyMap<string, ServiceBody>
  /** Everybody's, by what the engine keeps names apart with: their small letters. */
  serviceByName: ReadonlyMap<string, Service>
  /** The forms in which the services of the file are stored, by name. */
  targets: ReadonlyMap<string, ServiceSpec>
  locate: Locate
  /** How to bring a body, or a live spec, into the stored form. */
  asSent: StoredFormContext
  asStored: StoredFormContext
}

export function deployContext(wish: DeployWish): DeployContext {
  const { stack, converted, snapshot, apiVersion, restores } = wish
  const resolved = resolveTarget({ ...wish, ...(restores && { pinned: restores.resolved }) })
  const bodies = targetBodies(converted, resolved)
  const asSent = sentForm(apiVersion)
  return {
    ...wish,
    resolved,
    bodies,
    targets: new Map(bodies.services.map((body) => [body.Name, comparableForm(body, asSent)])),
    live: liveServices(snapshot, stack),
    written: new Map(converted.services.map((body) => [body.Name, body])),
    serviceByName: new Map([...snapshot.service.values()].map((service) => [service.Spec.Name.toLowerCase(), service])),
    locate: locateIn(converted.loaded.files.map(({ interpolated }) => interpolated)),
    asSent,
    asStored: liveForm(snapshot),
  }
}

/** Of a body, which has names. */
export function sentForm(apiVersion: string): StoredFormContext {
  return { networkName: (target) => target, sentWith: apiVersion }
}

/** Of a spec that the engine gave, which has ids. */
export function liveForm(snapshot: Snapshot): StoredFormContext {
  return { networkName: (target) => networkName(snapshot, target) }
}

import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DeployOptions } from '@/lib/contract/deploy'
import type { Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { liveServices, serviceKey } from './live-services'
import { asksRegistry, type Images, type Platform, resolveImage } from './resolve-image'
import { replicaChoice } from './services/replica-choice'

export type ResolvedService = {
  /** As it is sent, pinned by its digest where one is known. */
  image: string
  platforms: Platform[] | null
  /** Null where the file's number counts, or its silence. */
  replicas: number | null
  forceUpdate: number
}

/**
 * What planning took from the live swarm and the registry, by the service's name. It is kept with the revision, so that
 * the same bodies can be made again after a crash, and another day for a rollback.
 */
export type Resolved = { services: Record<string, ResolvedService> }

type Wish = {
  stack: string
  converted: ConvertedStack
  snapshot: Snapshot
  options: DeployOptions
  images: Images
  /** Of a revision that is brought back: its images are taken as they were, whatever the registry says now. */
  pinned?: Resolved
}

export function resolveTarget({ stack, converted, snapshot, options, images, pinned }: Wish): Resolved {
  const live = liveServices(snapshot, stack)
  const services = converted.services.map((body): [string, ResolvedService] => {
    const service = live.get(body.Name) ?? null
    const kept = pinned?.services[body.Name]
    const { image, platforms } = kept ?? resolveImage(body, service, options.resolveImage, images)
    const choice = replicaChoice(body, service, options.replicas[serviceKey(stack, body.Name)])
    const replicas = choice?.chosen === 'live' ? choice.live : null
    return [body.Name, { image, platforms, replicas, forceUpdate: forceUpdateOf(service) }]
  })
  return { services: Object.fromEntries(services) }
}

/** The images, as the bodies name them, that have to be asked for in the registry before planning. Each once. */
export function imagesToResolve({ stack, converted, snapshot, options }: Omit<Wish, 'images' | 'pinned'>): string[] {
  const live = liveServices(snapshot, stack)
  const asked = converted.services.filter((body) =>
    asksRegistry(body, live.get(body.Name) ?? null, options.resolveImage),
  )
  return [...new Set(asked.map((body) => body.TaskTemplate.ContainerSpec.Image))].toSorted()
}

/** The one field of the old spec that the CLI carries over. Source: docker/cli, cli/command/stack/swarm/deploy.go. */
function forceUpdateOf(service: Service | null): number {
  return service?.Spec.TaskTemplate.ForceUpdate ?? 0
}

import type { DataObjectBody, ModeBody, NetworkBody, ServiceBody } from '@/lib/compose/convert/bodies'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { Resolved, ResolvedService } from './resolved'

/** What is sent to the engine, but for the ids of secrets and configs, which withObjectIds() fills in. */
export type TargetBodies = {
  networks: NetworkBody[]
  secrets: DataObjectBody[]
  configs: DataObjectBody[]
  services: ServiceBody[]
}

/** The bodies of a stack file with what was resolved for them. Each list is sorted by name. */
export function targetBodies(
  { networks, secrets, configs, services }: Pick<ConvertedStack, keyof TargetBodies>,
  resolved: Resolved,
): TargetBodies {
  return { networks, secrets, configs, services: services.map((body) => resolvedBody(body, resolved)) }
}

function resolvedBody(body: ServiceBody, { services }: Resolved): ServiceBody {
  const resolved = Object.hasOwn(services, body.Name) ? services[body.Name] : undefined
  if (!resolved) throw new RangeError(`nothing is resolved for ${body.Name}`)
  const { ContainerSpec, Placement } = body.TaskTemplate
  const { image, platforms, forceUpdate } = resolved
  return {
    ...body,
    TaskTemplate: {
      ...body.TaskTemplate,
      ContainerSpec: { ...ContainerSpec, Image: image },
      Placement: platforms && platforms.length > 0 ? { ...Placement, Platforms: platforms } : Placement,
      ForceUpdate: forceUpdate,
    },
    Mode: resolvedMode(body.Mode, resolved),
  }
}

function resolvedMode(mode: ModeBody, { replicas }: ResolvedService): ModeBody {
  return replicas !== null && 'Replicated' in mode ? { Replicated: { Replicas: replicas } } : mode
}

import type { ServiceBody } from '@/lib/compose/convert/bodies'
import { imageLabel } from '@/lib/compose/convert/body-values'
import type { ResolveImage } from '@/lib/contract/deploy'
import type { Service } from '@/lib/swarm/engine-types'
import { imageOf } from '@/lib/swarm/spec/image'

/** An image may run on any architecture of an operating system, as on all that are called `arm`. */
export type Platform = { Architecture?: string; OS?: string }

/** What `GET /distribution/NAME/json` says; null where the registry could not be asked. */
export type RegistryAnswer = { digest: string; platforms: Platform[] } | null

/** By the image as the bodies name it. */
export type Images = ReadonlyMap<string, RegistryAnswer>

export type ImageChoice = {
  image: string
  platforms: Platform[] | null
  /** `kept`: the registry was silent, so what runs stays. `plain`: as the file names it, without a digest of ours. */
  by: 'registry' | 'live' | 'kept' | 'plain'
}

/**
 * What the CLI does: a new service and a new text are asked for in the registry, and an unchanged one too when always;
 * else the live image is kept. Two things are better than there. Where the live image is kept, so are the platforms that
 * belong to it: the CLI loses them, which makes an unchanged service a changed one and lets tasks go to nodes that cannot
 * run them. And where the registry is silent about an unchanged text, the digest that runs is kept instead of dropped,
 * which would restart all tasks for nothing. Source: docker/cli, cli/command/stack/swarm/deploy_composefile.go.
 */
export function resolveImage(
  body: ServiceBody,
  service: Service | null,
  policy: ResolveImage,
  images: Images,
): ImageChoice {
  const { Image } = body.TaskTemplate.ContainerSpec
  const live = isSameText(body, service) ? liveImage(service) : null
  if (live && policy !== 'always') return { ...live, by: 'live' }
  const answer = policy === 'never' ? undefined : images.get(Image)
  if (answer) {
    const image = imageOf(Image).digest === null && isName(Image) ? `${Image}@${answer.digest}` : Image
    return { image, platforms: answer.platforms.map(platformOf), by: 'registry' }
  }
  // Not what somebody has put in its place by hand.
  if (live && imageOf(live.image).name === imageOf(Image).name) return { ...live, by: 'kept' }
  return { image: Image, platforms: null, by: 'plain' }
}

export function asksRegistry(body: ServiceBody, service: Service | null, policy: ResolveImage): boolean {
  if (policy === 'never') return false
  return policy === 'always' || !isSameText(body, service)
}

/** The label has the text of the file as it was when the service was last deployed. */
function isSameText(body: ServiceBody, service: Service | null): boolean {
  return service?.Spec.Labels?.[imageLabel] === body.Labels[imageLabel]
}

function liveImage(service: Service | null): Pick<ImageChoice, 'image' | 'platforms'> | null {
  const { ContainerSpec, Placement } = service?.Spec.TaskTemplate ?? {}
  if (!ContainerSpec?.Image) return null
  return { image: ContainerSpec.Image, platforms: Placement?.Platforms ?? null }
}

/** An image that is given by its digest alone has no name that another one could be added to. */
function isName(image: string): boolean {
  return !/^(?:[a-z0-9]+:)?[a-f0-9]{64}$/.test(image)
}

/** Which kind of arm a task needs is not told, so no node is ruled out by it (moby/moby, client/service_create.go). */
function platformOf({ Architecture = '', OS = '' }: Platform): Platform {
  const isVague = Architecture === '' || Architecture.toLowerCase() === 'arm'
  return { ...(isVague ? {} : { Architecture }), ...(OS !== '' && { OS }) }
}

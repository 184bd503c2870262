import type { ServiceBody } from '@/lib/compose/convert/bodies'
import type { Reason } from '@/lib/contract/reason'
import type { ServiceNoteCode } from '@/lib/deploy/codes'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { resolveImage } from '@/lib/deploy/resolve-image'
import type { Service } from '@/lib/swarm/engine-types'
import { imageOf } from '@/lib/swarm/spec/image'

type Note = Reason & { code: ServiceNoteCode }

/** What image resolution came to, where a person may not expect it. `body` is the resolved one. */
export function imageNotes(context: DeployContext, body: ServiceBody, service: Service | null): Note[] {
  const now = imageOf(body.TaskTemplate.ContainerSpec.Image)
  const pinning = now.digest ? [] : [note('image_not_pinned', { image: now.name })]
  if (context.restores) return pinning
  return [...registryNotes(context, body, service), ...pinning, ...movingNotes(now, service)]
}

function registryNotes({ written, options, images }: DeployContext, { Name }: ServiceBody, service: Service | null) {
  const asWritten = written.get(Name)
  if (!asWritten || options.resolveImage === 'never') return []
  const { by, image } = resolveImage(asWritten, service, options.resolveImage, images)
  const { name, digest } = imageOf(image)
  if (by === 'kept' && digest) return [note('image_kept', { image: name })]
  return by === 'plain' ? [note('registry_silent', { image })] : []
}

/** The same name, but something else behind it than what runs. */
function movingNotes(now: ReturnType<typeof imageOf>, service: Service | null): Note[] {
  const before = imageOf(service?.Spec.TaskTemplate.ContainerSpec?.Image)
  if (!now.digest || !before.digest || now.name !== before.name || now.digest === before.digest) return []
  return [note('digest_moves', { image: now.name, from: before.digest, to: now.digest })]
}

function note(code: ServiceNoteCode, params: Record<string, string>): Note {
  return { code, params }
}

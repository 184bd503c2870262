import type { ServiceBody } from '@/lib/compose/convert/bodies'
import { imageLabel } from '@/lib/compose/convert/body-values'
import { isMadeFrom } from '@/lib/compose/rebuild-service/rebuilt-image'
import type { ServiceSpec } from '@/lib/swarm/engine-types'

/**
 * A service's body with what an update keeps of the running service: how often it was forced, and, where the text of
 * the image is the same, the image with its digest and the platforms that were found with it. So the CLI does with
 * `--resolve-image changed`, except for the platforms, whose change restarts nothing.
 */
export function carriedOver(body: ServiceBody, live: ServiceSpec): ServiceBody {
  const { TaskTemplate } = body
  const { ContainerSpec, Placement, ForceUpdate = 0 } = live.TaskTemplate
  const image = ContainerSpec?.Image ?? ''
  const isSame = isMadeFrom(image, body.Labels[imageLabel] ?? '')
  return {
    ...body,
    TaskTemplate: {
      ...TaskTemplate,
      ContainerSpec: { ...TaskTemplate.ContainerSpec, ...(isSame && { Image: image }) },
      Placement: { ...TaskTemplate.Placement, ...(Placement?.Platforms && { Platforms: Placement.Platforms }) },
      ForceUpdate,
    },
  }
}

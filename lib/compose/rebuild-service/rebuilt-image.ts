import { imageLabel } from '@/lib/compose/convert/body-values'
import { familiarImage } from '@/lib/compose/formats/image-reference'
import type { ReportServiceLoss } from '@/lib/compose/rebuild/loss'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { imageOf } from '@/lib/swarm/spec/image'

/**
 * The image as the file had it: a label keeps its text, which the running image follows from, with or without the
 * digest that resolution put behind it. Where the image was changed since then, the running one with its digest.
 */
export function rebuiltImage(spec: ServiceSpec, report: ReportServiceLoss): string {
  const image = spec.TaskTemplate.ContainerSpec?.Image ?? ''
  const label = spec.Labels?.[imageLabel]
  if (label !== undefined && isMadeFrom(image, label)) return label
  const code = label === undefined ? 'image_of_no_file' : 'image_changed_since'
  report(code, `Labels.${imageLabel}`, { image, label: label ?? null })
  return image
}

/** Whether a running image is what an image text of a file becomes. */
export function isMadeFrom(image: string, text: string): boolean {
  const familiar = familiarImage(text)
  return image === familiar || imageOf(image).name === familiar
}

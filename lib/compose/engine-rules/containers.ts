import type { Int64 } from '@/lib/compose/convert/bodies'
import type { Finding } from '@/lib/compose/finding'
import { isBefore } from '@/lib/compose/formats/api-version'
import { parseImage } from '@/lib/compose/formats/image-reference'
import type { ServiceRuleContext } from './rule-context'

/** 1 ms in nanoseconds. Source: moby/swarmkit, manager/controlapi/service.go, validateHealthCheck. */
const shortestCheck = 1_000_000

/** Of the image and the health check. */
export function containerFindings({ service, body, apiVersion, say }: ServiceRuleContext): Finding[] {
  const { Image, Healthcheck } = body.TaskTemplate.ContainerSpec
  // The client lets an image pass that is only an ID; a swarm has no use for it.
  const image = 'problem' in parseImage(Image) ? [say('image_not_accepted', ['image'], { image: service.image })] : []
  const times = [
    ['interval', Healthcheck?.Interval],
    ['timeout', Healthcheck?.Timeout],
    ['start_period', Healthcheck?.StartPeriod],
    // Older engines drop it unseen.
    ['start_interval', isBefore(apiVersion, 44) ? undefined : Healthcheck?.StartInterval],
  ] as const
  const isTooMany = (Healthcheck?.Retries ?? 0) < 0
  return [
    ...image,
    ...(isTooMany ? [say('number_too_large', ['healthcheck', 'retries'])] : []),
    ...times.flatMap(([key, time]) => (isTooShort(time) ? [say('duration_too_short', ['healthcheck', key])] : [])),
  ]
}

function isTooShort(time: Int64 | undefined): boolean {
  return time !== undefined && time < shortestCheck
}

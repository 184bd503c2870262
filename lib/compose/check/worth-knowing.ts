import { type RuleContext, serviceContexts } from '@/lib/compose/engine-rules/rule-context'
import { type Finding, finding } from '@/lib/compose/finding'
import { parseImage } from '@/lib/compose/formats/image-reference'
import type { ServiceModel } from '@/lib/compose/load/model'

/** What is as it is written, and still worth a second look. */
export function worthKnowing(context: RuleContext): Finding[] {
  return serviceContexts(context).flatMap(({ service, say }) => [
    ...(hasNoTag(service.image) ? [say('image_without_tag', ['image'], { image: service.image })] : []),
    ...(service.deploy.mode.endsWith('-job') ? [say('job_runs_on_each_deploy', ['deploy', 'mode'])] : []),
    ...randomPorts(service),
    ...anonymousVolumes(service),
  ])
}

function hasNoTag(image: string): boolean {
  const parsed = parseImage(image)
  return !('problem' in parsed) && parsed.tag === '' && parsed.digest === ''
}

function randomPorts({ name, ports }: ServiceModel): Finding[] {
  return (ports ?? [])
    .filter(({ published }) => published === 0)
    .map(({ target, place }) => finding('port_random', place, { service: name, target }))
}

function anonymousVolumes({ name, volumes }: ServiceModel): Finding[] {
  return (volumes ?? []).flatMap(({ type, source, target, volume, place }) => {
    // What looks like a drive letter has a finding of its own.
    if (type !== 'volume' || source !== '' || /^[a-zA-Z]:/.test(target)) return []
    const code = volume === null ? 'volume_anonymous' : 'volume_options_of_anonymous'
    return [finding(code, place, { service: name, target })]
  })
}

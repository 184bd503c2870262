import type { Finding } from '@/lib/compose/finding'
import { finding } from '@/lib/compose/finding'
import { isBefore } from '@/lib/compose/formats/api-version'
import type { VolumeModel } from '@/lib/compose/load/model'
import type { ServiceRuleContext } from './rule-context'

const propagations = ['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave']

/** Source: moby/moby, daemon/cluster/convert/container.go; moby/swarmkit, manager/controlapi/service.go. */
export function mountFindings({ service, apiVersion }: ServiceRuleContext): Finding[] {
  const targets = new Set<string>()
  return (service.volumes ?? []).flatMap((volume) => {
    const found = mountFinding(volume, service.name, apiVersion)
    const { target, place } = volume
    if (targets.has(target)) found.push(finding('duplicate_mount_point', place, { service: service.name, target }))
    targets.add(target)
    return found
  })
}

function mountFinding({ type, bind, place }: VolumeModel, service: string, apiVersion: string): Finding[] {
  const isRefused = type === 'image' || (type === 'cluster' && isBefore(apiVersion, 42))
  if (isRefused) return [finding('mount_type_not_accepted', place, { service, type })]
  const propagation = bind?.propagation ?? ''
  if (propagation === '' || propagations.includes(propagation.toLowerCase())) return []
  return [finding('propagation_unknown', place, { service, propagation, known: propagations })]
}

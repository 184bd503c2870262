import type { Finding } from '@/lib/compose/finding'
import { isBefore } from '@/lib/compose/formats/api-version'
import type { ServiceRuleContext } from './rule-context'

/**
 * What an older engine drops without a word. Source: moby/moby, api/server/router/swarm/helpers.go,
 * adjustForAPIVersion.
 */
export function newerEngineFindings({ service, body, apiVersion, say }: ServiceRuleContext): Finding[] {
  const { ContainerSpec } = body.TaskTemplate
  const start =
    ContainerSpec.Healthcheck?.StartInterval === undefined
      ? []
      : [{ path: ['healthcheck', 'start_interval'], minor: 44 }]
  const subpaths = (service.volumes ?? []).flatMap(({ volume }, index) =>
    volume && volume.subpath !== '' ? [{ path: ['volumes', index], minor: 45 }] : [],
  )
  return [...start, ...subpaths]
    .filter(({ minor }) => isBefore(apiVersion, minor))
    .map(({ path, minor }) => say('needs_newer_engine', path, { property: path.join('.'), since: `1.${minor}` }))
}

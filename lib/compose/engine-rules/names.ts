import { dataObjectName } from '@/lib/compose/convert/data-objects'
import { networkName } from '@/lib/compose/convert/networks'
import { type Finding, finding } from '@/lib/compose/finding'
import type { RuleContext } from './rule-context'

const longestName = 63

/**
 * Names that the swarm refuses. Source: moby/swarmkit, manager/controlapi/common.go and secret.go. Not with its patterns:
 * they take exponential time in a JavaScript engine.
 */
export function nameFindings(context: RuleContext): Finding[] {
  return [...serviceNames(context), ...networkNames(context), ...objectNames(context)]
}

function serviceNames({ model, locate, stack }: RuleContext): Finding[] {
  return [...model.services.keys()].flatMap((service) => {
    const name = `${stack}_${service}`
    const place = locate(['services', service])
    return swarmNameProblem(name).map((code) => finding(code, place, { kind: 'service', name, most: longestName }))
  })
}

function networkNames({ model, networks, locate, stack }: RuleContext): Finding[] {
  const made = new Set(networks.map(({ Name }) => Name))
  return [...new Set([...model.networks.keys(), 'default'])].flatMap((key) => {
    const network = model.networks.get(key)
    const name = networkName(stack, key, network)
    if (!made.has(name) || network?.isExternal) return []
    const place = locate(['networks', key, 'name'])
    return swarmNameProblem(name).map((code) => finding(code, place, { kind: 'network', name, most: longestName }))
  })
}

function objectNames({ model, locate, stack }: RuleContext): Finding[] {
  return (['secret', 'config'] as const).flatMap((kind) =>
    [...(kind === 'secret' ? model.secrets : model.configs)].flatMap(([key, object]) => {
      const name = dataObjectName(stack, key, object)
      if (object.isExternal || isObjectName(name)) return []
      return [finding('object_name_invalid', locate([`${kind}s`, key, 'name']), { kind, name })]
    }),
  )
}

function swarmNameProblem(name: string): ('name_not_dns' | 'name_too_long')[] {
  if (!/^[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?$/.test(name)) return ['name_not_dns']
  return name.length > longestName ? ['name_too_long'] : []
}

function isObjectName(name: string): boolean {
  return name.length <= 64 && /^[a-zA-Z0-9](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9])?$/.test(name)
}

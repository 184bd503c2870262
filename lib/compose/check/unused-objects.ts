import { defaultNetwork } from '@/lib/compose/convert/networks'
import type { RuleContext } from '@/lib/compose/engine-rules/rule-context'
import { type Finding, finding } from '@/lib/compose/finding'
import type { FindingCode } from '@/lib/compose/finding-codes'

/**
 * What is declared and used by no service: networks are not created, volumes are not either, secrets and configs are
 * all the same. External ones are not even looked at.
 */
export function unusedObjects({ model, locate }: RuleContext): Finding[] {
  const services = [...model.services.values()]
  const used = {
    networks: new Set(
      services.flatMap(({ networks }) => (networks.size === 0 ? [defaultNetwork] : [...networks.keys()])),
    ),
    volumes: new Set(services.flatMap(({ volumes }) => (volumes ?? []).map(({ source }) => source))),
    secrets: new Set(services.flatMap(({ secrets }) => (secrets ?? []).map(({ source }) => source))),
    configs: new Set([
      ...services.flatMap(({ configs }) => (configs ?? []).map(({ source }) => source)),
      ...services.map(({ credentialSpec }) => credentialSpec.config),
    ]),
  }
  const say = (section: keyof typeof used, code: FindingCode, keys: Iterable<string>) =>
    [...keys]
      .filter((key) => !used[section].has(key))
      .map((key) => finding(code, locate([section, key]), { section, name: key }))
  return [
    ...say('networks', 'network_unused', model.networks.keys()),
    ...say('volumes', 'volume_unused', model.volumes.keys()),
    ...(['secrets', 'configs'] as const).flatMap((section) => {
      const own = [...model[section]].filter(([, object]) => !object.isExternal).map(([key]) => key)
      return say(section, 'data_object_unused', own)
    }),
  ]
}

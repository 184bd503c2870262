import {
  anything,
  boolean,
  closed,
  driverOptions,
  extensible,
  keyed,
  listOf,
  listOrMapping,
  open,
  orNull,
  type Rule,
  since,
  text,
  textList,
} from './rule'
import { serviceRule } from './service-rule'

export const newestMinor = 13

const rules = new Map<number, Rule>()

/** A whole Compose file in version 3.`minor`, from 0 to 13. Source: docker/cli, cli/compose/schema/data. */
export function stackRule(minor: number): Rule {
  const known = rules.get(minor)
  if (known) return known
  const rule = makeStackRule(minor)
  rules.set(minor, rule)
  return rule
}

const names = /^[a-zA-Z0-9._-]+$/

function makeStackRule(minor: number): Rule {
  const named = (rule: Rule): Rule => ({ ...keyed(names, rule), isClosed: true })
  const root = closed({
    version: text,
    services: named(serviceRule(minor)),
    // A network may have any name; one that is no such name is not even validated.
    networks: keyed(names, networkRule(minor)),
    volumes: named(volumeRule(minor)),
    ...since(1, minor, { secrets: named(secretRule(minor)) }),
    ...since(3, minor, { configs: named(configRule(minor)) }),
  })
  return extensible(minor < 10 ? { ...root, required: ['version'] } : root, 4, minor)
}

const external: Rule = { types: ['boolean', 'object'], properties: { name: text } }

function networkRule(minor: number): Rule {
  const rule = closed({
    driver: text,
    driver_opts: driverOptions,
    ipam: closed({ driver: text, config: listOf(closed({ subnet: text })) }),
    external: { ...external, isClosed: true },
    internal: boolean,
    labels: listOrMapping,
    ...since(2, minor, { attachable: boolean }),
    ...since(5, minor, { name: text }),
  })
  return orNull(extensible(rule, 7, minor))
}

function volumeRule(minor: number): Rule {
  const rule = closed({
    driver: text,
    driver_opts: driverOptions,
    external: { ...external, isClosed: true },
    labels: listOrMapping,
    ...since(4, minor, { name: text }),
    ...since(10, minor, { 'x-cluster-spec': clusterSpec }),
  })
  return orNull(extensible(rule, 7, minor))
}

function secretRule(minor: number): Rule {
  const rule = closed({
    file: text,
    external,
    labels: listOrMapping,
    ...since(5, minor, { name: text }),
    ...since(8, minor, { driver: text, driver_opts: driverOptions, template_driver: text }),
  })
  return extensible(rule, 7, minor)
}

function configRule(minor: number): Rule {
  const rule = closed({
    file: text,
    external,
    labels: listOrMapping,
    ...since(5, minor, { name: text }),
    ...since(8, minor, { template_driver: text }),
  })
  return extensible(rule, 7, minor)
}

const topology = listOf(open({ segments: listOrMapping }))

/** Of a cluster volume. `stack deploy` reads it and does nothing with it. */
const clusterSpec = open({
  group: text,
  access_mode: open({
    scope: text,
    sharing: text,
    block_volume: { ...anything, types: ['object'] },
    mount_volume: open({ fs_type: text, mount_flags: textList }),
  }),
  accessibility_requirements: open({ requisite: topology, preferred: topology }),
  capacity_range: open({ required_bytes: text, limit_bytes: text }),
  availability: text,
})

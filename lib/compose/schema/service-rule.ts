import { deployRule } from './deploy-rule'
import {
  boolean,
  closed,
  driverOptions,
  duration,
  extensible,
  integer,
  keyed,
  listOf,
  listOrMapping,
  number,
  open,
  orNull,
  type Rule,
  since,
  text,
  textOrList,
  textOrUniqueTexts,
  uniqueTexts,
} from './rule'

/** A service in version 3.`minor`. Source: docker/cli, cli/compose/schema/data. */
export function serviceRule(minor: number): Rule {
  const properties: Record<string, Rule> = {
    build: buildRule(minor),
    cap_add: uniqueTexts,
    cap_drop: uniqueTexts,
    cgroup_parent: text,
    command: textOrList,
    container_name: text,
    depends_on: uniqueTexts,
    deploy: deployRule(minor),
    devices: uniqueTexts,
    dns: textOrUniqueTexts,
    dns_search: textOrUniqueTexts,
    domainname: text,
    entrypoint: textOrList,
    env_file: textOrUniqueTexts,
    environment: listOrMapping,
    expose: { ...listOf({ types: ['string', 'number'] }), isUnique: true },
    external_links: uniqueTexts,
    extra_hosts: listOrMapping,
    healthcheck: healthcheckRule(minor),
    hostname: text,
    image: text,
    ipc: text,
    labels: listOrMapping,
    links: uniqueTexts,
    logging: closed({ driver: text, options: keyed(/^.+$/, { types: ['string', 'number', 'null'] }) }),
    mac_address: text,
    network_mode: text,
    networks: networksRule(minor),
    pid: orNull(text),
    ports: portsRule(minor),
    privileged: boolean,
    read_only: boolean,
    restart: text,
    security_opt: uniqueTexts,
    shm_size: { types: ['number', 'string'] },
    stdin_open: boolean,
    stop_grace_period: duration,
    stop_signal: text,
    sysctls: listOrMapping,
    tmpfs: textOrUniqueTexts,
    tty: boolean,
    ulimits: keyed(/^[a-z]+$/, {
      oneOf: [integer, { ...closed({ hard: integer, soft: integer }), required: ['soft', 'hard'] }],
    }),
    user: text,
    userns_mode: text,
    volumes: volumesRule(minor),
    working_dir: text,
    ...since(1, minor, { secrets: listOf(reference) }),
    ...since(3, minor, { configs: listOf(reference), credential_spec: credentialSpecRule(minor) }),
    ...since(5, minor, { isolation: text }),
    ...since(7, minor, { init: boolean }),
    ...since(9, minor, { cgroupns_mode: text }),
    ...since(13, minor, { oom_score_adj: integer }),
  }
  return extensible(closed(properties), 7, minor)
}

/** Of a secret or a config. Other keys are accepted, and ignored. */
const reference: Rule = { oneOf: [text, open({ source: text, target: text, uid: text, gid: text, mode: number })] }

function buildRule(minor: number): Rule {
  const rule = closed({
    context: text,
    dockerfile: text,
    args: listOrMapping,
    ...since(2, minor, { cache_from: uniqueTexts }),
    ...since(3, minor, { labels: listOrMapping }),
    ...since(4, minor, { network: text, target: text }),
    ...since(5, minor, { shm_size: { types: ['integer', 'string'] } }),
    ...since(9, minor, { extra_hosts: listOrMapping }),
  })
  return { oneOf: [text, minor >= 11 ? { ...rule, isClosed: false } : rule] }
}

function credentialSpecRule(minor: number): Rule {
  return closed({ file: text, registry: text, ...since(8, minor, { config: text }) })
}

function healthcheckRule(minor: number): Rule {
  const time = minor >= 4 ? duration : text
  return closed({
    disable: boolean,
    interval: time,
    retries: number,
    test: textOrList,
    timeout: time,
    ...since(4, minor, { start_period: duration }),
    ...since(12, minor, { start_interval: duration }),
  })
}

function networksRule(minor: number): Rule {
  const attachment = closed({
    aliases: uniqueTexts,
    ipv4_address: text,
    ipv6_address: text,
    ...since(13, minor, { driver_opts: driverOptions }),
  })
  const byName = keyed(/^[a-zA-Z0-9._-]+$/, { oneOf: [attachment, { types: ['null'] }] })
  return { oneOf: [uniqueTexts, { ...byName, isClosed: true }] }
}

function portsRule(minor: number): Rule {
  if (minor < 2) return { ...listOf({ types: ['string', 'number'], format: 'ports' }), isUnique: true }
  const port: Rule[] = [
    { types: ['number'], format: 'ports' },
    { types: ['string'], format: 'ports' },
    closed({ mode: text, target: integer, published: integer, protocol: text }),
  ]
  return { ...listOf({ oneOf: port }), isUnique: true }
}

/** From 3.2 on equal volumes are not refused any more: the schema asks for it in the wrong place. */
function volumesRule(minor: number): Rule {
  if (minor < 2) return uniqueTexts
  const mount = closed({
    type: text,
    source: text,
    target: text,
    read_only: boolean,
    consistency: text,
    bind: open({ propagation: text }),
    volume: open({ nocopy: boolean }),
    ...since(6, minor, { tmpfs: open({ size: { types: ['integer'], minimum: 0 } }) }),
  })
  return listOf({ oneOf: [text, { ...mount, required: ['type'] }] })
}

/** A made-up stack file, and the same with one service changed. The seed alone decides. */
export function randomStack(seed: number): { text: string; edited: string; changedKey: string } {
  const random = randomNumbers(seed)
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(random() * choices.length)] ?? choices[0]
  const count = 1 + Math.floor(random() * 6)
  const services = Array.from({ length: count }, (_, index) => {
    const lines = fields.flatMap((choices) => (random() < 0.4 ? pick(choices) : []))
    return { key: `s${index}`, lines, deploy: deployFields.flatMap((choices) => (random() < 0.4 ? pick(choices) : [])) }
  })
  const changed = Math.floor(random() * count)
  const label = `labels: {seed: "${seed}"}`
  const isOfContainer = random() < 0.5
  const text = (isEdited: boolean) => {
    const bodies = services.map(({ key, lines, deploy }, index) => {
      const isChanged = isEdited && index === changed
      const own = [`image: "shop/${key}:1"`, ...lines, ...(isChanged && isOfContainer ? [label] : [])]
      const deployed = [...deploy, ...(isChanged && !isOfContainer ? [label] : [])]
      return `  ${key}: {${[...own, `deploy: {${deployed.join(', ')}}`].join(', ')}}`
    })
    return `services:\n${bodies.join('\n')}\n${objects}`
  }
  return { text: text(false), edited: text(true), changedKey: `s${changed}` }
}

const fields: [string, ...string[]][] = [
  ['command: sleep 1', 'command: []', 'command: [a, "b c"]'],
  ['environment: {A: 1, B: }', 'environment: [Z=1, A=2]', 'environment: {}'],
  ['configs: [site, other]', 'configs: [{source: site, target: /a}, {source: site, target: /b}]'],
  ['secrets: [key]', 'secrets: [{source: key, target: x, mode: 0400, uid: "1"}]'],
  ['networks: [front]', 'networks: {front: {aliases: [www]}, default: {}}', 'networks: [outside]'],
  ['volumes: ["data:/d", "/srv:/s:ro"]', 'volumes: [{type: tmpfs, target: /t, tmpfs: {size: 1000}}, /anonymous]'],
  ['healthcheck: {test: "true", interval: 5s}', 'healthcheck: {disable: true}', 'healthcheck: {}'],
  ['dns: []', 'dns: 1.1.1.1', 'dns_search: [a]'],
  ['init: false', 'init: true'],
  ['stop_grace_period: 0s', 'stop_grace_period: 1m30s'],
  ['ulimits: {nofile: 5, nproc: {soft: 1, hard: 2}}', 'ulimits: {nproc: 0}'],
  ['cap_add: [net_admin, CHOWN]', 'cap_drop: [ALL]'],
  ['logging: {}', 'logging: {driver: json-file, options: {max-size: 1m}}'],
  ['extra_hosts: ["a:1.2.3.4"]', 'sysctls: {net.core.somaxconn: 1}', 'tty: true'],
]

const deployFields: [string, ...string[]][] = [
  ['replicas: 0', 'replicas: 3', 'mode: global', 'mode: replicated-job', 'mode: global-job'],
  ['resources: {}', 'resources: {limits: {}}', 'resources: {limits: {cpus: "0.5"}, reservations: {memory: 64M}}'],
  ['restart_policy: {}', 'restart_policy: {condition: on-failure, max_attempts: 3, delay: 0s}'],
  ['placement: {}', 'placement: {constraints: [node.role==worker], preferences: [{spread: node.labels.zone}]}'],
  ['rollback_config: {}', 'rollback_config: {parallelism: 0, order: start-first, max_failure_ratio: 0.3}'],
  ['endpoint_mode: dnsrr', 'endpoint_mode: VIP'],
]

const objects = `networks: {front: {attachable: true}, outside: {external: true}}
volumes: {data: {}}
configs: {site: {file: f}, other: {file: f, name: other_v1}}
secrets: {key: {file: f}}
`

/** Numbers from 0 to 1 that look random (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

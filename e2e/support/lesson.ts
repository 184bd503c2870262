/*
 * An application that grows as one learns Swarm, each file by one idea: a service; replicas and limits; a database, a
 * network and a config; a secret; a volume that needs its node; another image.
 */

const head = 'version: "3.7"\n\nservices:\n'

/** Tasks are watched for a second instead of five. */
const quick = 'update_config: {monitor: 1s}'

const limits = (cpus: string, memory: string) => `resources: {limits: {cpus: "${cpus}", memory: ${memory}}}`

type Web = { replicas?: number; config?: string; secret?: string }

function web({ replicas, config, secret }: Web = {}): string {
  return [
    '  notes-web:',
    '    image: skep/stand-in:1',
    '    ports:',
    '      - 8093:80',
    ...(config ? ['    configs:', `      - {source: ${config}, target: /app/config/config.json}`] : []),
    ...(secret ? ['    secrets:', `      - {source: ${secret}, target: /app/config/secrets.json}`] : []),
    ...(config ? ['    networks: [app-net]'] : []),
    '    deploy:',
    `      ${quick}`,
    ...(replicas ? [`      replicas: ${replicas}`, `      ${limits('0.50', '100M')}`] : []),
    '',
  ].join('\n')
}

function database({ image = 'skep/stand-in:1', isPinned = false } = {}): string {
  return [
    '  notes-db:',
    `    image: ${image}`,
    '    command: [sleep, "2147483647"]',
    ...(isPinned ? ['    environment: {PGDATA: /data/pgdata}', '    volumes: [notes-data:/data]'] : []),
    '    networks: [app-net]',
    '    deploy:',
    `      ${quick}`,
    '      replicas: 1',
    `      ${limits('0.50', '200M')}`,
    ...(isPinned ? ['      placement: {constraints: [node.labels.storage == ssd]}'] : []),
    '',
  ].join('\n')
}

const external = (kind: string, name: string) => `${kind}:\n  ${name}: {external: true}\n`
const network = 'networks:\n  app-net:\n'
const volume = 'volumes:\n  notes-data:\n'

/** Version 1 to 6. The config and the secret are made outside of the stack, as the files expect. */
export function lesson({ config, secret }: { config: string; secret: string }): string[] {
  const both = web({ replicas: 1, config, secret })
  const outside = external('configs', config) + external('secrets', secret) + network
  return [
    head + web(),
    head + web({ replicas: 2 }),
    head + web({ replicas: 1, config }) + database() + external('configs', config) + network,
    head + both + database() + outside,
    head + both + database({ isPinned: true }) + outside + volume,
    head + both + database({ isPinned: true, image: 'skep/stand-in:2' }) + outside + volume,
  ]
}

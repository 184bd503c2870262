/** Short monitors and stand-ins that end at once keep a rollout to a few seconds; one that is to crash gets time for it. */
const updatePolicy = (environment: Record<string, string>) => `
      update_config: { monitor: ${'CRASH_IF_WORD' in environment ? 4 : 1}s, order: start-first }
      restart_policy: { delay: 1s }`

type Wish = {
  replicas?: number
  config?: string
  secret?: string | string[]
  environment?: Record<string, string>
}

/** A Compose file with one or more services of the stand-in image; configs and secrets are external, at /run/NAME. */
export function stackFile(services: Record<string, Wish>): string {
  const wishes = Object.values(services)
  const configs = new Set(wishes.flatMap(({ config }) => config ?? []))
  const secrets = new Set(wishes.flatMap(({ secret }) => secret ?? []))
  return [
    'services:',
    ...Object.entries(services).map(([name, wish]) => serviceOf(name, wish)),
    externals('configs', configs),
    externals('secrets', secrets),
  ].join('\n')
}

function serviceOf(name: string, { replicas = 1, config, secret, environment = {} }: Wish): string {
  return `  ${name}:
    image: skep/stand-in:1
    environment: ${JSON.stringify(environment)}
    configs: ${JSON.stringify(config ? [{ source: config, target: '/run/config' }] : [])}
    secrets: ${JSON.stringify(secret ? [secret].flat() : [])}
    deploy:
      replicas: ${replicas}${updatePolicy(environment)}`
}

function externals(kind: string, names: Set<string>): string {
  if (names.size === 0) return ''
  return [`${kind}:`, ...[...names].map((name) => `  ${name}: { external: true }`)].join('\n')
}

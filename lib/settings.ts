import 'server-only'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

export type Settings = {
  host: string
  port: number
  dataFolder: string
  /** Of the key that what is sealed in the database is encrypted with; null for the one in the data folder. */
  keyFile: string | null
  /** Every address that a browser may reach us by, as `scheme://host:port`. */
  origins: string[]
  /** Addresses and networks (CIDR) of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  dockerHost: string
  dockerCertPath: string | null
  dockerTlsVerify: boolean
  convergeTimeoutMs: number
  leaseMs: number
  /** For tests: where the process is to die. */
  faultPoint: string | null
}

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))

const milliseconds = z.coerce.number('must be a number of milliseconds').int().positive()
const port = z.coerce
  .number('must be a port')
  .int('must be a port')
  .min(1, 'must be a port')
  .max(65535, 'must be a port')

const environment = z.object({
  SKEP_HOST: z.string().default('127.0.0.1'),
  SKEP_PORT: port.optional(),
  PORT: port.default(3000),
  SKEP_DATA: z.string().default('data'),
  SKEP_KEY_FILE: z.string().optional(),
  SKEP_ORIGIN: list,
  SKEP_INSECURE_HTTP: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  SKEP_TRUSTED_PROXIES: list.refine(
    (entries) => entries.every(isNetwork),
    'must be addresses or networks, such as 10.0.0.0/8',
  ),
  SKEP_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DOCKER_HOST: z.string().default('unix:///var/run/docker.sock'),
  DOCKER_CERT_PATH: z.string().optional(),
  DOCKER_TLS_VERIFY: z.string().optional(),
  SKEP_CONVERGE_TIMEOUT_MS: milliseconds.default(600_000),
  SKEP_LEASE_MS: milliseconds.default(30_000),
  SKEP_FAULT_POINT: z.string().optional(),
})

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
  return longest > 0 && isPrefix && rest.length === 0
}

/** Its message names every variable that is wrong, one a line, for the person who started us. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** An empty variable counts as one that is not set, as Compose files and shells leave them. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  }
  const it = parsed.data
  if (it.DOCKER_HOST.startsWith('ssh:')) {
    throw new SettingsError('DOCKER_HOST cannot be ssh://…: forward the socket (ssh -L) and name the local end of it')
  }
  const listenPort = it.SKEP_PORT ?? it.PORT
  return {
    host: it.SKEP_HOST,
    port: listenPort,
    dataFolder: resolve(/* turbopackIgnore: true */ it.SKEP_DATA),
    keyFile: it.SKEP_KEY_FILE ?? null,
    origins: [
      ...localOrigins(listenPort),
      ...it.SKEP_ORIGIN.map((text) => originOf(text, it.SKEP_INSECURE_HTTP === '1')),
    ],
    trustedProxies: it.SKEP_TRUSTED_PROXIES,
    logLevel: it.SKEP_LOG_LEVEL,
    dockerHost: it.DOCKER_HOST,
    dockerCertPath: it.DOCKER_CERT_PATH ?? null,
    dockerTlsVerify: it.DOCKER_TLS_VERIFY !== undefined,
    convergeTimeoutMs: it.SKEP_CONVERGE_TIMEOUT_MS,
    leaseMs: it.SKEP_LEASE_MS,
    faultPoint: it.SKEP_FAULT_POINT ?? null,
  }
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** `new URL` drops the port where it is the scheme's own, as browsers do in the Origin and Host headers. */
function localOrigins(port: number): string[] {
  return loopbackHosts.map((host) => new URL(`http://${host}:${port}`).origin)
}

function originOf(text: string, isInsecureHttpAllowed: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new SettingsError(`SKEP_ORIGIN has ${text}, which is no address like https://skep.example.com`)
  }
  if (url.protocol === 'http:' && !loopbackHosts.includes(url.hostname) && !isInsecureHttpAllowed) {
    throw new SettingsError(
      `SKEP_ORIGIN has ${text}: over plain http everybody on the way can read passwords and take over sessions. ` +
        'Use https, or set SKEP_INSECURE_HTTP=1 if you accept that',
    )
  }
  return url.origin
}

const g = globalThis as typeof globalThis & { skepSettings?: Settings }

/** Read once per process; boot.ts is the first to ask, so that a mistake ends the start and not a request. */
export function settings(): Settings {
  g.skepSettings ??= readSettings(process.env)
  return g.skepSettings
}

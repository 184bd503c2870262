import 'server-only'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@/lib/errors/app-error'
import type { Settings } from '@/lib/settings'

export type EngineSettings = Pick<Settings, 'dockerHost' | 'dockerCertPath' | 'dockerTlsVerify'>

type Tls = { ca: Buffer; cert: Buffer; key: Buffer; isVerified: boolean }

export type EngineAddress =
  | { kind: 'socket'; path: string }
  | { kind: 'tcp'; host: string; port: number; tls: Tls | null }

/**
 * Where the engine is. The rules are those of Docker's own clients: certificates are used when their folder or
 * DOCKER_TLS_VERIFY is given, and only the latter makes the server prove itself.
 * Source: docker/cli cli/context/docker/load.go, moby client/options.go.
 */
export function engineAddress(settings: EngineSettings): EngineAddress {
  const endpoint = settings.dockerHost
  if (endpoint.startsWith('unix://')) return { kind: 'socket', path: endpoint.slice('unix://'.length) }
  if (endpoint.startsWith('ssh:')) throw unusable(endpoint, 'ssh')
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (url?.protocol !== 'tcp:' || !url.hostname) throw unusable(endpoint, 'address')
  const tls = readTls(settings, endpoint)
  // An IPv6 address is in brackets in a URL only.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return { kind: 'tcp', host, port: Number(url.port) || (tls ? 2376 : 2375), tls }
}

function readTls({ dockerCertPath, dockerTlsVerify }: EngineSettings, endpoint: string): Tls | null {
  if (!dockerCertPath && !dockerTlsVerify) return null
  const folder = dockerCertPath ?? join(homedir(), '.docker')
  const read = (file: string) => readFileSync(join(/* turbopackIgnore: true */ folder, file))
  try {
    return { ca: read('ca.pem'), cert: read('cert.pem'), key: read('key.pem'), isVerified: dockerTlsVerify }
  } catch (error) {
    throw unusable(endpoint, 'certificates', error)
  }
}

function unusable(endpoint: string, reason: string, cause?: unknown): AppError {
  return new AppError('engine_unreachable', { endpoint, reason }, cause)
}

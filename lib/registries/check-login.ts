import 'server-only'
import type { SignedInUser } from '@/lib/auth/user'
import { serverAddress } from '@/lib/compose/formats/registry-host'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { appendAudit } from '@/lib/store/audit'
import { transact } from '@/lib/store/store'
import { type Credentials, credentialsFor } from './registries'

/**
 * Lets the engine that we are connected to log in at a registry, with what was typed or else with what is kept. That is
 * one manager; the nodes that pull may still not reach the registry. Throws registry_refused with the engine's words.
 */
export async function checkLogin(actor: SignedInUser, { host, ...typed }: Partial<Credentials> & { host: string }) {
  const credentials = await wholeCredentials(host, typed)
  const problem = await engine()
    .checkRegistryLogin({ ...credentials, serverAddress: serverAddress(host) })
    .then(() => null, asProblem(host))
  const result = problem ? 'failed' : 'done'
  const { username } = credentials
  await transact((trx) =>
    appendAudit(trx, { actor, action: 'registry.login', object: `registry ${host}`, result, detail: { username } }),
  )
  if (problem) throw problem
}

async function wholeCredentials(host: string, typed: Partial<Credentials>): Promise<Credentials> {
  const { username, password } = typed
  if (username !== undefined && password !== undefined) return { host, username, password }
  const kept = await credentialsFor(host)
  if (!kept) throw new AppError('not_found', { kind: 'registry', name: host })
  return kept
}

/** Words of the engine about the registry. That the engine itself is away is another matter. */
function asProblem(host: string) {
  return (error: unknown): AppError => {
    const isAboutRegistry = isAppError(error) && (error.code === 'engine_refused' || error.code === 'engine_failed')
    if (!isAboutRegistry) throw error
    return new AppError('registry_refused', { name: host, engineText: error.params.engineText ?? null }, error)
  }
}

import 'server-only'
import type { SignedInUser } from '@/lib/auth/user'
import type { RegistryRow } from '@/lib/contract/registries'
import { AppError } from '@/lib/errors/app-error'
import { appendAudit } from '@/lib/store/audit'
import { findRegistry, listRegistries, removeRegistry, saveRegistry } from '@/lib/store/registries'
import { seal, unseal } from '@/lib/store/sealed'
import { type Trx, transact } from '@/lib/store/store'

export type Credentials = { host: string; username: string; password: string }

/** Never the password, nor anything that depends on it. */
export function registryRows(): Promise<RegistryRow[]> {
  return listRegistries()
}

/** Keeps the credentials for a registry, in the place of those that there were. */
export async function setCredentials(actor: SignedInUser, { host, username, password }: Credentials): Promise<void> {
  const sealed = seal(password, placeOf(host))
  await transact(async (trx) => {
    await saveRegistry(trx, { host, username, password: sealed, updatedAt: Date.now(), updatedBy: actor.name })
    await record(trx, actor, 'registry.save', host, { username })
  })
}

/** Services that run go on, and so do their credentials: the swarm has a copy of them in each service. */
export async function removeCredentials(actor: SignedInUser, host: string): Promise<void> {
  await transact(async (trx) => {
    if (!(await removeRegistry(trx, host))) throw new AppError('not_found', { kind: 'registry', name: host })
    await record(trx, actor, 'registry.remove', host)
  })
}

/** What is kept for a registry, or null. For the engine alone: it goes into no answer and no log. */
export async function credentialsFor(host: string): Promise<Credentials | null> {
  const stored = await findRegistry(host)
  if (!stored) return null
  return { host, username: stored.username, password: unseal(stored.password, placeOf(host)).toString('utf8') }
}

function placeOf(host: string): string {
  return `registry ${host} password`
}

function record(trx: Trx, actor: SignedInUser, action: string, host: string, detail: Record<string, unknown> = {}) {
  return appendAudit(trx, { actor, action, object: `registry ${host}`, result: 'done', detail })
}

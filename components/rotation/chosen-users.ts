import type { Usage } from '@/lib/contract/data-objects'

/** A service whose spec uses the object, with all the paths at which it does. */
export type RotationUser = Pick<Usage, 'serviceId' | 'serviceName' | 'stack'> & {
  targets: { path: string | null; mode: number | null; owner: string | null }[]
}

export function usersOf(usages: readonly Usage[]): RotationUser[] {
  const users = new Map<string, RotationUser>()
  for (const { by, serviceId, serviceName, stack, target: path, mode, uid, gid } of usages) {
    if (by !== 'spec') continue
    const target = { path, mode, owner: uid === null ? null : `${uid}:${gid}` }
    const known = users.get(serviceId)
    if (known) known.targets.push(target)
    else users.set(serviceId, { serviceId, serviceName, stack, targets: [target] })
  }
  return [...users.values()]
}

/** Names of services that have it without asking for it: a rollback would bring it back, or a task still runs with it. */
export function restingUsersOf(usages: readonly Usage[]): string[] {
  return [...new Set(usages.filter(({ by }) => by !== 'spec').map((usage) => usage.serviceName))]
}

/**
 * Whom the URL chooses, in its order: the first one goes first, as a canary. Nothing in the URL means everybody; names
 * that do not use the object (any more) are left out.
 */
export function chosenUsers(users: readonly RotationUser[], chosen: string): RotationUser[] {
  if (chosen === '') return [...users]
  const names = [...new Set(chosen.split(','))]
  return names.flatMap((name) => users.find((user) => user.serviceName === name) ?? [])
}

/** For the URL: nothing where everybody is chosen in the usual order, and `-`, no service's name, where nobody is. */
export function chosenToText(users: readonly RotationUser[], chosen: readonly RotationUser[]): string {
  const names = chosen.map((user) => user.serviceName).join(',')
  if (names === users.map((user) => user.serviceName).join(',')) return ''
  return names || '-'
}

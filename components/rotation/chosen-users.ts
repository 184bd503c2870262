import type { Usage } from '@/lib/contract/data-objects'
import { familyLabel } from '@/lib/rotation/family'

/** A version of the family that is rotated, with who uses it. */
export type UsedVersion = { name: string; labels: Readonly<Record<string, string>>; usedBy: readonly Usage[] }

/** A service whose spec uses a version of the family, with all the paths at which it does. */
export type RotationUser = Pick<Usage, 'serviceId' | 'serviceName' | 'stack'> & {
  targets: { path: string | null; mode: number | null; owner: string | null }[]
  /** The versions that it uses now, other than the one that is rotated. */
  others: string[]
  /** Whether it is chosen until somebody chooses; see certainUsers in lib/rotation/family-users.ts. */
  isCertain: boolean
}

/** Of all versions of a family, as a rotation of the one called `name` finds them. */
export function usersOf(name: string, versions: readonly UsedVersion[]): RotationUser[] {
  const users = new Map<string, RotationUser>()
  for (const version of versions) {
    const isCertain = version.name === name || Boolean(version.labels[familyLabel])
    for (const { by, serviceId, serviceName, stack, target: path, mode, uid, gid } of version.usedBy) {
      if (by !== 'spec') continue
      const user = users.get(serviceId) ?? { serviceId, serviceName, stack, targets: [], others: [], isCertain: false }
      user.targets.push({ path, mode, owner: uid === null ? null : `${uid}:${gid}` })
      if (version.name !== name && !user.others.includes(version.name)) user.others.push(version.name)
      user.isCertain ||= isCertain
      users.set(serviceId, user)
    }
  }
  return [...users.values()].sort((a, b) => (a.serviceName < b.serviceName ? -1 : 1))
}

/** Names of services that have it without asking for it: a rollback would bring it back, or a task still runs with it. */
export function restingUsersOf(name: string, versions: readonly UsedVersion[]): string[] {
  const asking = new Set(usersOf(name, versions).map((user) => user.serviceName))
  const usages = versions.find((version) => version.name === name)?.usedBy ?? []
  const names = usages.filter(({ by }) => by !== 'spec').map((usage) => usage.serviceName)
  return [...new Set(names)].filter((one) => !asking.has(one))
}

/**
 * Whom the URL chooses, in its order: the first one goes first, as a canary. Nothing in the URL means everybody who is
 * certain; names that do not use the object (any more) are left out.
 */
export function chosenUsers(users: readonly RotationUser[], chosen: string): RotationUser[] {
  if (chosen === '') return users.filter(({ isCertain }) => isCertain)
  const names = [...new Set(chosen.split(','))]
  return names.flatMap((name) => users.find((user) => user.serviceName === name) ?? [])
}

/** For the URL: nothing where the certain ones are chosen in the usual order, and `-`, no service's name, where nobody is. */
export function chosenToText(users: readonly RotationUser[], chosen: readonly RotationUser[]): string {
  const names = namesOf(chosen)
  return names === namesOf(chosenUsers(users, '')) ? '' : names || '-'
}

const namesOf = (users: readonly RotationUser[]) => users.map((user) => user.serviceName).join(',')

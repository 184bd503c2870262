'use client'

import { useTranslations } from 'use-intl'
import type { Role } from '@/lib/contract/session'

const roles: readonly Role[] = ['viewer', 'operator', 'admin']

export function isRole(value: string): value is Role {
  return roles.some((role) => role === value)
}

/** The roles to choose from, and what the chosen one may. */
export function useRoleOptions() {
  const t = useTranslations('users')
  return {
    options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
    hintOf: (role: Role) => t(`roleHint.${role}`),
  }
}

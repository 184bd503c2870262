import type { SecretRow } from '@/lib/contract/data-objects'
import type { PolicyRow } from '@/lib/contract/policies'
import { defaultPolicy } from '@/lib/rotation/policy'

export const dayMs = 86_400_000

/** A secret that is a family of its own, made ten days before `now`. */
export function secretRow(name: string, now: number, wish: Partial<SecretRow> = {}): SecretRow {
  return {
    id: name,
    objectId: name,
    name,
    stack: null,
    labels: {},
    createdAt: now - 10 * dayMs,
    updatedAt: now,
    usedBy: [],
    family: name,
    versions: [name],
    rotated: null,
    driver: null,
    ...wish,
  }
}

export function policyRow(family: string, wish: Partial<PolicyRow> = {}): PolicyRow {
  const id = `secret:${family}`
  return { ...defaultPolicy, id, kind: 'secret', family, updatedAt: 0, updatedBy: 'ann', current: null, ...wish }
}

import { cookieHeader, send } from '@/e2e/support/journey'
import type { Server } from '@/e2e/support/server'
import { defaultPolicy } from '@/lib/rotation/policy'

/** Families that somebody has decided about: with a value that is generated, in one case by itself, or typed. */
const policies = {
  'secrets/shop_db_password_v3': {
    ...defaultPolicy,
    recipe: { kind: 'characters', length: 32, alphabet: 'symbols' },
    rollout: { ...defaultPolicy.rollout, onFailure: 'undo', holdAfterCanary: true },
    maxAgeDays: 90,
    automaticHour: 18,
  },
  'secrets/shop_payment_token': { ...defaultPolicy, recipe: { kind: 'hex', bytes: 32 }, naming: 'date' },
  'secrets/billing_api_key': { ...defaultPolicy, maxAgeDays: 365 },
  'configs/shop_api_settings': { ...defaultPolicy, maxAgeDays: 30 },
}

export async function makePolicies(server: Server, cookies: readonly { name: string; value: string }[]): Promise<void> {
  const cookie = cookieHeader(cookies)
  for (const [path, policy] of Object.entries(policies))
    await send(server, 'PUT', `/api/${path}/policy`, policy, cookie)
}

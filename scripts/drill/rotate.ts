import type { RolloutWish } from '@/lib/rotation/rollout/rollout'
import type { Skep } from './skep'
import type { Subject } from './subject'

export const value = 'canary-5e1f!q"Zü'

type Wish = { content?: string; rollout?: Partial<RolloutWish> }

const base64 = (text: string) => Buffer.from(text).toString('base64')

const usual: RolloutWish = {
  atOnce: 1,
  onFailure: 'ask',
  watchMs: null,
  keepVersions: null,
  holdAfterCanary: false,
  holdBefore: false,
}

/** Rotates it through the API, as the page does it; the first service goes first. */
export function rotate(skep: Skep, { kind, name, serviceIds }: Subject, wish: Wish = {}): Promise<void> {
  const { content = value, rollout } = wish
  const shared = { serviceIds, rollout: { ...usual, ...rollout } }
  return kind === 'config'
    ? skep.apply(`/api/configs/${name}/rotation`, { ...shared, contentBase64: base64(content) })
    : skep.apply(`/api/secrets/${name}/rotation`, shared, { valueBase64: base64(content) })
}

import type { RolloutWish } from './rollout'

/** What the guide begins with: one service after the other, and back by itself, so that no mix is left over a night. */
export const defaultRollout: RolloutWish = {
  holdBefore: false,
  holdAfterCanary: false,
  atOnce: 1,
  onFailure: 'undo',
  watchMs: null,
  keepVersions: null,
}

/** The default by name, for where something else is usual: a family may have a policy. */
const plain = 'plain'

/**
 * As it stands in a URL: what differs from the default, `hold,canary,at-once:3,watch:60,ask,keep:5`; nothing where it is
 * what is usual here.
 */
export function rolloutToText(wish: RolloutWish, usual: RolloutWish = defaultRollout): string {
  const text = wordsOf(wish)
  return text === wordsOf(usual) ? '' : text || plain
}

function wordsOf(wish: RolloutWish): string {
  return [
    ...(wish.holdBefore ? ['hold'] : []),
    ...(wish.holdAfterCanary ? ['canary'] : []),
    ...(wish.atOnce > 1 ? [`at-once:${wish.atOnce}`] : []),
    ...(wish.watchMs === null ? [] : [`watch:${Math.round(wish.watchMs / 1_000)}`]),
    ...(wish.onFailure === 'ask' ? ['ask'] : []),
    ...(wish.keepVersions === null ? [] : [`keep:${wish.keepVersions}`]),
  ].join(',')
}

/** Words that mean nothing, and numbers beyond what the server takes, are left out: somebody has edited the URL. */
export function rolloutFromText(text: string, usual: RolloutWish = defaultRollout): RolloutWish {
  if (text === '') return usual
  const words = new Map(text.split(',').map((word) => [word.split(':')[0] ?? '', word.split(':')[1] ?? '']))
  const watchSeconds = numberIn(words.get('watch'), 1, limits.watchSeconds)
  return {
    holdBefore: words.has('hold'),
    holdAfterCanary: words.has('canary'),
    atOnce: numberIn(words.get('at-once'), 1, limits.atOnce) ?? 1,
    watchMs: watchSeconds === null ? null : watchSeconds * 1_000,
    onFailure: words.has('ask') ? 'ask' : 'undo',
    keepVersions: numberIn(words.get('keep'), 1, limits.keepVersions),
  }
}

/** As lib/contract/inputs/policies.ts has them. */
export const limits = { atOnce: 50, watchSeconds: 3_600, keepVersions: 1_000 } as const

function numberIn(text: string | undefined, least: number, most: number): number | null {
  const number = Number(text || Number.NaN)
  return Number.isInteger(number) && number >= least && number <= most ? number : null
}

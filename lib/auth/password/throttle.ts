import 'server-only'
import { isIPv6 } from 'node:net'
import { AppError } from '@/lib/errors/app-error'
import { forgetFailures, readFailures, writeFailures } from '@/lib/store/sign-in-failures'
import { transact } from '@/lib/store/store'

type Allowance = { free: number; longestMs: number }

/**
 * One address that guesses is stopped soon and for long. One account that is guessed at from many addresses is slowed only
 * to two guesses a minute: more would let anybody lock its owner out.
 */
const allowances = {
  address: { free: 5, longestMs: 15 * 60_000 },
  account: { free: 10, longestMs: 30_000 },
} satisfies Record<string, Allowance>

const forgottenAfterMs = 24 * 3_600_000

type Subject = { kind: keyof typeof allowances; name: string }

export function subjectsOf({ username, address }: { username?: string; address: string | null }): Subject[] {
  const account: Subject[] = username === undefined ? [] : [{ kind: 'account', name: username }]
  return [...account, { kind: 'address', name: networkOf(address) }]
}

/**
 * Counts an attempt as a failure before it is known to be one, so that a thousand at once do not all pass before the first
 * has failed. Refuses while one of the subjects has to wait; what is refused is not counted.
 */
export function beginAttempt(subjects: Subject[]): Promise<void> {
  return transact(async (trx) => {
    const now = Date.now()
    const known = await Promise.all(subjects.map((subject) => readFailures(trx, keyOf(subject))))
    const blockedUntil = Math.max(0, ...known.map((row) => row?.blockedUntil ?? 0))
    if (blockedUntil > now) throw new AppError('too_many_requests', { seconds: Math.ceil((blockedUntil - now) / 1000) })
    for (const [at, subject] of subjects.entries()) {
      const row = known[at]
      const failures = 1 + (row && row.updatedAt > now - forgottenAfterMs ? row.failures : 0)
      const blockedUntil = now + waitMs(failures, allowances[subject.kind])
      await writeFailures(trx, { subject: keyOf(subject), failures, blockedUntil, updatedAt: now })
    }
  })
}

export function attemptSucceeded(subjects: Subject[]): Promise<void> {
  return forgetFailures(subjects.map(keyOf), Date.now() - forgottenAfterMs)
}

/** Doubles from one second with each failure after the free ones. */
function waitMs(failures: number, { free, longestMs }: Allowance): number {
  return failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** (failures - free))
}

function keyOf({ kind, name }: Subject): string {
  return `${kind}:${name}`
}

/** One host of IPv6 usually has a whole /64 to choose its addresses from. */
function networkOf(address: string | null): string {
  if (!address || !isIPv6(address)) return address ?? 'unknown'
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array.from({ length: missing }, () => '0')].slice(0, 4).join(':')
}

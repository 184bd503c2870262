import 'server-only'
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/lib/errors/app-error'
import { passwordCost as cost } from './password-cost'

const keyBytes = 32

/** Three of libuv's four threads, so that files and DNS still get one; and what waits is bounded too. */
const atOnce = 3
const mayWait = 12

const g = globalThis as typeof globalThis & { skepHashing?: { running: number; waiting: (() => void)[] } }

/** `scrypt$N$r$p$salt$key`: parameters are part of it, so that they can grow. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, keyBytes, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** `isOutdated` says that the hash should be made anew while the password is at hand. */
export async function verifyPassword(
  password: string,
  stored: string,
): Promise<{ isRight: boolean; isOutdated: boolean }> {
  const [, N, r, p, salt = '', key = ''] = stored.split('$')
  const used = { N: Number(N), r: Number(r), p: Number(p) }
  const wanted = Buffer.from(key, 'base64url')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), wanted.length, used)
  return {
    isRight: timingSafeEqual(derived, wanted),
    isOutdated: used.N < cost.N || used.r < cost.r || used.p < cost.p,
  }
}

/** Of a password that nobody knows. Whoever asks for a user that does not exist waits as long as for one that does. */
export const hashOfNobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

async function derive(password: string, salt: Buffer, length: number, parameters: ScryptOptions): Promise<Buffer> {
  await takeTurn()
  try {
    return await new Promise((resolve, reject) => {
      // The default limit of 32 MiB is below what these parameters need (128 * N * r).
      const options = { ...parameters, maxmem: 256 * 1024 * 1024 }
      scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)))
    })
  } finally {
    giveTurn()
  }
}

function takeTurn(): Promise<void> {
  g.skepHashing ??= { running: 0, waiting: [] }
  const turns = g.skepHashing
  if (turns.running < atOnce) {
    turns.running++
    return Promise.resolve()
  }
  if (turns.waiting.length >= mayWait) return Promise.reject(new AppError('too_many_requests', { seconds: 10 }))
  return new Promise((resolve) => turns.waiting.push(resolve))
}

/** The turn goes straight to the next in line, so that nobody who comes now slips in between. */
function giveTurn(): void {
  const next = g.skepHashing?.waiting.shift()
  if (next) next()
  else if (g.skepHashing) g.skepHashing.running--
}

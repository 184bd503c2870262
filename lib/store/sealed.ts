import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const g = globalThis as typeof globalThis & { skepSealingKey?: Buffer }

/** AES-256-GCM: whoever changes a byte is found out. */
const algorithm = 'aes-256-gcm'
const version = 1
const nonceBytes = 12
const tagBytes = 16
const headBytes = 1 + nonceBytes + tagBytes

export function setSealingKey(key: Buffer | undefined): void {
  g.skepSealingKey = key
}

function key(): Buffer {
  if (!g.skepSealingKey) throw new Error('there is no key: openStore() reads it')
  return g.skepSealingKey
}

/**
 * Encrypts what must not be readable in a stolen database. `place` says where it is kept (`revision ID content`): moved
 * to another row, it does not open.
 */
export function seal(plain: string | Uint8Array, place: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key(), nonce).setAAD(Buffer.from(place))
  const text = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), text])
}

/** Throws when it was sealed with another key or for another place, or was changed. */
export function unseal(sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== version || bytes.length < headBytes) throw new Error(`what is sealed as ${place} has no known form`)
  const decipher = createDecipheriv(algorithm, key(), bytes.subarray(1, 1 + nonceBytes))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(1 + nonceBytes, headBytes))
  return Buffer.concat([decipher.update(bytes.subarray(headBytes)), decipher.final()])
}

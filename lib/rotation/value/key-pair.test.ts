import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { generateKeyPair } from './key-pair'

test.each(['ed25519', 'ec-p256', 'rsa-4096'] as const)(
  '%s: other programs read both keys, and they belong together',
  async (kind) => {
    const { privatePem, publicPem } = await generateKeyPair(kind)
    const algorithm = kind === 'ed25519' ? null : 'sha256'
    const text = Buffer.from('to be signed')
    const signature = sign(algorithm, text, createPrivateKey(privatePem))
    expect(verify(algorithm, text, createPublicKey(publicPem), signature)).toBe(true)
    expect(privatePem.endsWith('-----END PRIVATE KEY-----\n')).toBe(true)
  },
  // Primes of 2048 bits are found when they are found.
  60_000,
)

test('no two pairs are the same', async () => {
  const pairs = await Promise.all([generateKeyPair('ed25519'), generateKeyPair('ed25519')])
  expect(pairs[0].privatePem).not.toBe(pairs[1].privatePem)
})

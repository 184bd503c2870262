export type KeyPairKind = 'ed25519' | 'rsa-4096' | 'ec-p256'

/** PEM texts: the private key as PKCS #8, the public one as SubjectPublicKeyInfo, which OpenSSL and most programs read. */
export type KeyPair = { privatePem: string; publicPem: string }

const algorithms: Record<KeyPairKind, EcKeyGenParams | RsaHashedKeyGenParams | Algorithm> = {
  ed25519: { name: 'Ed25519' },
  'rsa-4096': { name: 'RSA-PSS', modulusLength: 4096, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  'ec-p256': { name: 'ECDSA', namedCurve: 'P-256' },
}

/** Browsers have no subtle crypto on pages that came over plain HTTP from another host. */
export function canMakeKeyPairs(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

/** A new pair of keys. The private one leaves this function as text only, and is kept nowhere. */
export async function generateKeyPair(kind: KeyPairKind): Promise<KeyPair> {
  const made = await crypto.subtle.generateKey(algorithms[kind], true, ['sign', 'verify'])
  if (!('privateKey' in made)) throw new TypeError('not a pair of keys')
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', made.privateKey),
    crypto.subtle.exportKey('spki', made.publicKey),
  ])
  return { privatePem: pem('PRIVATE KEY', privateKey), publicPem: pem('PUBLIC KEY', publicKey) }
}

function pem(label: string, der: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(der)))
  const lines = base64.match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

import { headers } from 'next/headers'

/** The nonce that proxy.ts put into this page's policy. Next does the same for its own scripts. */
export async function requestNonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy')
  return policy?.match(/'nonce-([^']+)'/)?.[1]
}

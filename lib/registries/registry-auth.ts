import 'server-only'
import { registryOf, serverAddress } from '@/lib/compose/formats/registry-host'
import { credentialsFor } from './registries'

/**
 * The header X-Registry-Auth for an image, or null when nothing is kept for its registry. Base64 in the alphabet of URLs,
 * and padded: without its padding the engine ignores it and goes on as nobody. Source: moby, api/types/registry.
 */
export async function registryAuthFor(image: string): Promise<string | null> {
  const host = registryOf(image)
  const credentials = host === null ? null : await credentialsFor(host)
  if (!credentials) return null
  const { username, password } = credentials
  const text = JSON.stringify({ username, password, serveraddress: serverAddress(credentials.host) })
  return Buffer.from(text).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
}

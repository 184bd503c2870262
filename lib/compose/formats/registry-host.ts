import { parseImage } from './image-reference'

/** The domain that an image reference has when it names none. */
export const dockerHub = 'docker.io'

/** Other names of Docker Hub that people copy from somewhere. */
const hubNames = new Set([
  dockerHub,
  'index.docker.io',
  'registry-1.docker.io',
  'hub.docker.com',
  'registry.hub.docker.com',
])

/**
 * The registry that somebody means, as image references name it: `ghcr.io` for `https://ghcr.io/v2/`. Null for what can
 * stand before no image.
 */
export function registryHost(text: string): string | null {
  const host = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/s, '')
    .toLowerCase()
  if (hubNames.has(host)) return dockerHub
  const parsed = parseImage(`${host}/image`)
  return 'domain' in parsed && parsed.domain === host ? host : null
}

/** The registry that an image comes from; null for what is no image reference, or names no host. */
export function registryOf(image: string): string | null {
  const parsed = parseImage(image)
  return 'domain' in parsed && parsed.domain !== '' ? parsed.domain.toLowerCase() : null
}

/** What the engine calls a registry. Source: docker/cli, cli/command/registry.go; moby, registry/config.go (IndexServer). */
export function serverAddress(host: string): string {
  return host === dockerHub ? 'https://index.docker.io/v1/' : host
}

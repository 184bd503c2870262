/** An image by its full name; `docker.io/library/busybox` for `busybox`. `a_b.c/d` has no domain. */
export type ImageReference = { domain: string; path: string; tag: string; digest: string }

export type ParsedImage = ImageReference | { problem: 'format' | 'uppercase' | 'too_long' | 'digest' | 'identifier' }

const digestLengths = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
])

const longestPath = 255

/** Parses an image as the CLI does. Source: distribution/reference, normalize.go and regexp.go. */
export function parseImage(text: string): ParsedImage {
  if (isIdentifier(text)) return { problem: 'identifier' }
  const { domain: registry, remainder } = splitDomain(text)
  const colon = remainder.indexOf(':')
  const remote = colon === -1 ? remainder : remainder.slice(0, colon)
  if (remote.toLowerCase() !== remote) return { problem: 'uppercase' }

  const at = remainder.indexOf('@')
  const beforeDigest = at === -1 ? remainder : remainder.slice(0, at)
  const digest = at === -1 ? '' : remainder.slice(at + 1)
  const tagAt = beforeDigest.indexOf(':')
  const name = tagAt === -1 ? beforeDigest : beforeDigest.slice(0, tagAt)
  const tag = tagAt === -1 ? '' : beforeDigest.slice(tagAt + 1)

  // `a_b.c` is the name of no host, and so the first part of the path.
  const isHost = isDomain(registry)
  const path = isHost ? name : `${registry}/${name}`
  const isWellFormed = path.split('/').every(isPathComponent)
  const hasGoodTag = tagAt === -1 || /^\w[\w.-]{0,127}$/.test(tag)
  const looksLikeDigest =
    at === -1 || /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/.test(digest)
  if (!isWellFormed || !hasGoodTag || !looksLikeDigest) return { problem: 'format' }
  if (path.length > longestPath) return { problem: 'too_long' }
  if (at !== -1 && !isDigest(digest)) return { problem: 'digest' }
  return { domain: isHost ? registry : '', path, tag, digest }
}

/** What is wrong with the image of a service, or null. An image may also be a digest alone. */
export function imageProblem(text: string): string | null {
  if (text === '') return 'missing'
  if (isIdentifier(text) || isDigest(text)) return null
  const parsed = parseImage(text)
  return 'problem' in parsed ? parsed.problem : null
}

/** The image as the client sends it: the short name, with `latest` if neither tag nor digest is given. */
export function familiarImage(text: string): string {
  const parsed = parseImage(text)
  if ('problem' in parsed) return text
  const { domain, path, tag, digest } = parsed
  const official = /^library\/([^/]+)$/.exec(path)?.[1]
  const name = domain === '' ? path : domain === 'docker.io' ? (official ?? path) : `${domain}/${path}`
  const shownTag = tag === '' && digest === '' ? 'latest' : tag
  return `${name}${shownTag === '' ? '' : `:${shownTag}`}${digest === '' ? '' : `@${digest}`}`
}

function splitDomain(text: string): { domain: string; remainder: string } {
  const slash = text.indexOf('/')
  const first = text.slice(0, Math.max(slash, 0))
  const isDomainPart = /[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first
  const found = slash === -1 || !isDomainPart ? 'docker.io' : first
  const remainder = slash === -1 || !isDomainPart ? text : text.slice(slash + 1)
  const domain = found === 'index.docker.io' ? 'docker.io' : found
  return { domain, remainder: domain === 'docker.io' && !remainder.includes('/') ? `library/${remainder}` : remainder }
}

function isDomain(text: string): boolean {
  const match = /^(\[[a-fA-F0-9:]+\]|[^:]+)(?::\d+)?$/.exec(text)
  const host = match?.[1]
  if (host === undefined) return false
  return (
    host.startsWith('[') || host.split('.').every((part) => /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/.test(part))
  )
}

function isPathComponent(text: string): boolean {
  return /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/.test(text)
}

function isIdentifier(text: string): boolean {
  return /^[a-f0-9]{64}$/.test(text)
}

function isDigest(text: string): boolean {
  const [algorithm = '', hex = '', ...rest] = text.split(':')
  return rest.length === 0 && hex.length === digestLengths.get(algorithm) && /^[a-f0-9]+$/.test(hex)
}

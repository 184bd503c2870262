/** Names of services begin with it, and the engine takes letters, digits, _ and - in those, 63 at most. */
export function isStackName(name: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,60}$/.test(name)
}

/** A name that a folder or file suggests; empty where none does. */
export function stackNameFrom(path: string): string {
  const parts = path.split('/')
  const folder = parts.length > 1 ? parts.at(-2) : ''
  const name = (folder ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
  return isStackName(name) ? name : ''
}

/**
 * Where to go after signing in: the path that was asked for, if it is one of ours. A browser reads `//evil.example` and
 * `/\evil.example` as another host.
 */
export function localPath(asked: string | undefined, fallback: string): string {
  if (!asked?.startsWith('/')) return fallback
  try {
    const url = new URL(asked, 'http://skep.invalid')
    return url.host === 'skep.invalid' ? url.pathname + url.search : fallback
  } catch {
    return fallback
  }
}

/** Cleans a path as Go does: `.` and empty parts go, `..` takes back the part before. Source: Go, path.Clean. */
export function cleanPath(path: string): string {
  const isRooted = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    const canGoBack = parts.length > 0 && parts.at(-1) !== '..'
    if (part === '..' && canGoBack) parts.pop()
    else if (part !== '..' || !isRooted) parts.push(part)
  }
  if (isRooted) return `/${parts.join('/')}`
  return parts.join('/') || '.'
}

/** An absolute path as it is, any other joined to the directory and cleaned. */
export function absolutePath(directory: string, path: string): string {
  return path.startsWith('/') ? path : cleanPath(`${directory}/${path}`)
}

/** `C:\x`, `C:/x` or `\\server\share\x`: absolute for an engine on Windows, so no path of ours is put before it. */
export function isWindowsAbsolute(path: string): boolean {
  return /^[A-Za-z]:[\\/]/.test(path) || /^[\\/]{2}[^\\/.][^\\/]*[\\/][^\\/.][^\\/]*[\\/]/.test(path)
}

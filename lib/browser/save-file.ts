/** Lets the browser save bytes under a name, as if they had been downloaded. */
export function saveFile(path: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = path.slice(path.lastIndexOf('/') + 1)
  link.click()
  // The browser has to have begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

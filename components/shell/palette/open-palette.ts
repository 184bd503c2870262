const listeners = new Set<() => void>()

/** Opens the command palette from wherever a button for it is. */
export function openPalette(): void {
  for (const listener of listeners) listener()
}

export function onOpenPalette(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

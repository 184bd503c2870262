import 'server-only'
import { randomUUID } from 'node:crypto'

const g = globalThis as typeof globalThis & { skepOwner?: string }

/** This process, as the owner of operations. A restart is another owner. */
export function processOwner(): string {
  g.skepOwner ??= randomUUID()
  return g.skepOwner
}

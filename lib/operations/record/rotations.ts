import 'server-only'
import type { DataObjectKind, RotationNote } from '@/lib/contract/data-objects'
import { live } from '@/lib/live/live'
import type { RotationsSource } from '@/lib/live/rotations-source'
import type { PlanCode, PlanTitle } from '@/lib/plan/plan'
import { listRotations, type StoredOperation } from '@/lib/store/operations'

type Memory = { notes: Map<string, RotationNote>; listeners: Set<Parameters<RotationsSource['onChange']>[0]> }

const g = globalThis as typeof globalThis & { skepRotationNotes?: Memory }

function memory(): Memory {
  g.skepRotationNotes ??= { notes: new Map(), listeners: new Set() }
  return g.skepRotationNotes
}

const kindOf: Partial<Record<PlanCode, DataObjectKind>> = {
  'rotate-config': 'config',
  'restore-config': 'config',
  'rotate-secret': 'secret',
  'restore-secret': 'secret',
}

/** All that were ever made: the list of operations keeps the last ones alone, and a secret may be older than those. */
export async function loadRotations(): Promise<void> {
  for (const operation of await listRotations()) noteRotation(operation)
}

/** Keeps who brought which version into use, of rotations that came to their end. Others change nothing here. */
export function noteRotation(
  operation: Pick<StoredOperation, 'id' | 'swarmId' | 'title' | 'state' | 'actorName' | 'endedAt'>,
) {
  if (operation.state !== 'converged' || operation.endedAt === null) return
  const { code, params }: PlanTitle = JSON.parse(operation.title)
  const kind = kindOf[code]
  if (!kind) return
  const name = String(params.successor)
  const { notes, listeners } = memory()
  const key = keyOf(operation.swarmId, kind, name)
  if ((notes.get(key)?.at ?? 0) >= operation.endedAt) return
  notes.set(key, { operationId: operation.id, actorName: operation.actorName, at: operation.endedAt })
  for (const listener of listeners) listener(kind, [name])
}

export const rotations: RotationsSource = {
  lastTo: (kind, name) => memory().notes.get(keyOf(live().stamp().swarmId, kind, name)) ?? null,
  onChange: (listener) => {
    memory().listeners.add(listener)
    return () => memory().listeners.delete(listener)
  },
}

const keyOf = (swarmId: string, kind: DataObjectKind, name: string) => `${swarmId} ${kind} ${name}`

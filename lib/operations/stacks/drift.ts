import 'server-only'
import type { Drift, LeftBe } from '@/lib/contract/deploy'
import { convertFilesAside } from '@/lib/converter/converter'
import { type DriftBaseline, driftBaseline, driftOf } from '@/lib/deploy/drift/drift'
import { type KnownNames, namesBehind } from '@/lib/deploy/naming/names-behind'
import { targetBodies } from '@/lib/deploy/target'
import type { DriftSource } from '@/lib/live/drift-source'
import { Listeners } from '@/lib/live/listeners'
import { live } from '@/lib/live/live'
import { log } from '@/lib/log'
import { listLeftBe } from '@/lib/store/left-be'
import { findRevisionById, listStandingRevisions } from '@/lib/store/revisions'
import { isSameJson } from '@/lib/swarm/same-json'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { contentOf } from './revision-content'

/** What each stack's last revision makes of its services, made once for each revision. */
type Known = { revisionId: string; baseline: DriftBaseline | null; names: KnownNames }

type Memory = {
  swarmId: string
  stacks: Map<string, Known>
  leftBe: ReadonlyMap<string, LeftBe[]>
  listeners: Listeners<readonly string[]>
  reading: Promise<void>
}

const g = globalThis as typeof globalThis & { skepDriftMemory?: Memory }

function memory(): Memory {
  g.skepDriftMemory ??= {
    swarmId: '',
    stacks: new Map(),
    leftBe: new Map(),
    listeners: new Listeners(),
    reading: Promise.resolve(),
  }
  return g.skepDriftMemory
}

/** How the stack stands now, field by field. */
export function stackDrift(snapshot: Snapshot, stack: string): Drift {
  return driftOf(snapshot, stack, lastRevision(stack)?.baseline ?? null, leftBeOf(stack))
}

/** What the stack is compared with. */
export function lastRevision(stack: string): Known | null {
  return memory().stacks.get(stack) ?? null
}

export function leftBeOf(stack: string): readonly LeftBe[] {
  return memory().leftBe.get(stack) ?? []
}

export const drifts: DriftSource = {
  stateOf: (snapshot, stack) => stackDrift(snapshot, stack).state,
  behind: (snapshot, stack) => namesBehind(snapshot, stack, memory().stacks.get(stack)?.names ?? null),
  onChange: (listener) => memory().listeners.add(listener),
}

/**
 * Reads the revisions that are new since the last time, and what is let be. Called at the start, when an operation has
 * come to rest, and when somebody has decided about a difference.
 */
export function refreshDrift(): Promise<void> {
  const known = memory()
  // One after the other: a slow look at an older revision must not come out last.
  known.reading = known.reading.catch(() => undefined).then(readDrift)
  return known.reading
}

async function readDrift(): Promise<void> {
  const { swarmId } = live().stamp()
  const apiVersion = live().swarm().apiVersion
  if (swarmId === '' || !apiVersion) return
  const { stacks, listeners } = memoryOf(swarmId)
  const before = memory().leftBe
  memory().leftBe = await listLeftBe(swarmId)
  const changed = changedKeys(before, memory().leftBe)
  const standing = await listStandingRevisions(swarmId, 1)
  changed.push(...forgetOthers(stacks, new Set(standing.map(({ stack }) => stack))))
  for (const { id, stack, summary } of standing) {
    if (stacks.get(stack)?.revisionId === id) continue
    const names = { config: summary.configs, secret: summary.secrets }
    stacks.set(stack, { revisionId: id, baseline: await readBaseline(id, stack, apiVersion), names })
    changed.push(stack)
  }
  if (changed.length > 0) listeners.tell(changed)
}

function changedKeys(before: Memory['leftBe'], after: Memory['leftBe']): string[] {
  const stacks = new Set([...before.keys(), ...after.keys()])
  return [...stacks].filter((stack) => !isSameJson(before.get(stack), after.get(stack)))
}

/** A first deployment that failed leaves nothing to compare with. */
function forgetOthers(known: Memory['stacks'], standing: ReadonlySet<string>): string[] {
  const others = [...known.keys()].filter((stack) => !standing.has(stack))
  for (const stack of others) known.delete(stack)
  return others
}

function memoryOf(swarmId: string): Memory {
  const known = memory()
  if (known.swarmId !== swarmId) {
    known.swarmId = swarmId
    known.stacks.clear()
  }
  return known
}

/** Null where the files cannot be read any more: then nothing can be said. */
async function readBaseline(revisionId: string, stack: string, apiVersion: string): Promise<DriftBaseline | null> {
  try {
    const revision = await findRevisionById(revisionId)
    if (!revision) return null
    const content = contentOf(revision)
    const converted = await convertFilesAside({ ...content, stack, apiVersion })
    if ('refused' in converted) return null
    const services = content.resolved ? targetBodies(converted, content.resolved).services : converted.services
    return driftBaseline(services, apiVersion)
  } catch (error) {
    log().warn({ err: error, stack }, 'a revision could not be read')
    return null
  }
}

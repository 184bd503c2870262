import { operationLabel } from '@/lib/rotation/family'
import type { OperationRow, Records, Skep } from './skep'
import { type Subject, versionsInUse, versionsOf } from './subject'

export type Expected = {
  /** The version that all services are on in the end. */
  version: string
  /** All versions that there are in the end, in order of their names. */
  versions: string[]
  /** What became of the operations, the first first: `rotate-config converged`. */
  operations: string[]
  /** What may be nowhere. */
  value?: string
}

/** A task needs a moment to be there again after its engine was away. */
const patienceMs = 30_000

/** Throws what is not as it should be after a drill, with Skep ended. */
export async function requireWhole(socket: string, subject: Subject, skep: Skep, expected: Expected): Promise<void> {
  const records = await skep.records()
  const faults = [
    ...(await mixFaults(socket, subject, expected.version)),
    ...(await orphanFaults(socket, subject, records, expected.versions)),
    ...recordFaults(records, expected.operations),
    ...(expected.value ? valueFaults(skep.traces(), expected.value) : []),
  ]
  if (faults.length > 0) throw new Error(faults.join('; '))
}

async function mixFaults(socket: string, subject: Subject, version: string): Promise<string[]> {
  const end = Date.now() + patienceMs
  const wanted = subject.serviceIds.map(() => version).join(' ')
  for (;;) {
    const { specs, tasks } = await versionsInUse(socket, subject)
    if (specs.join(' ') === wanted && tasks.join(' ') === wanted) return []
    if (Date.now() > end) return [`specs name ${specs.join(' ')}, tasks hold ${tasks.join(' ')}, not ${wanted}`]
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** What is there beside what we made ourselves must be known to have been made by a recorded operation. */
async function orphanFaults(socket: string, subject: Subject, records: Records, versions: string[]): Promise<string[]> {
  const known = new Set(records.operations.map(({ id }) => id))
  const live = await versionsOf(socket, subject)
  const names = live.map(({ Spec }) => Spec.Name).sort()
  const orphans = live.filter(({ Spec }) => {
    const maker = Spec.Labels?.[operationLabel]
    return maker !== undefined && !known.has(maker)
  })
  return [
    ...orphans.map(({ Spec }) => `${Spec.Name} was made by no operation that is recorded`),
    ...(names.join() === versions.toSorted().join() ? [] : [`there are ${names.join()}, not ${versions.join()}`]),
  ]
}

function nameOf({ title, state }: OperationRow): string {
  return `${JSON.parse(title).code} ${state}`
}

function nameAndReason(row: OperationRow): string {
  return row.problem ? `${nameOf(row)} because of ${row.problem}` : nameOf(row)
}

/** Each operation has one row of what was wanted, and then one of what became of it. */
function recordFaults({ operations, audit, brokenAt, keptPayloads }: Records, expected: string[]): string[] {
  const found = operations.map(nameOf).toReversed()
  const told = operations.map(nameAndReason).toReversed()
  const rows = operations.map(({ id }) =>
    audit.filter(({ operationId }) => operationId === id).map(({ result }) => result),
  )
  const isComplete = (results: string[]) => {
    const ends = results.filter((result) => result !== 'intent').length
    return results[0] === 'intent' && ends === 1 && results.at(-1) !== 'intent'
  }
  return [
    ...(found.join() === expected.join()
      ? []
      : [`the operations are ${told.join(', ') || 'none'}, not ${expected.join(', ')}`]),
    ...rows.filter((results) => !isComplete(results)).map((results) => `the audit log tells ${results.join(', ')}`),
    ...(brokenAt === null ? [] : [`the audit log is broken at ${brokenAt}`]),
    ...(keptPayloads === 0 ? [] : [`${keptPayloads} contents are still stored`]),
  ]
}

function valueFaults(traces: string, value: string): string[] {
  const bytes = Buffer.from(value)
  const forms = [value, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')]
  return forms.filter((form) => traces.includes(form)).map((form) => `its value was written down as ${form}`)
}

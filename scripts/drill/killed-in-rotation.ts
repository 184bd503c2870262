import { rotate, value } from './rotate'
import type { Drill } from './run-drills'
import type { Skep } from './skep'
import type { Stage } from './stage'
import { makeSubject, removeSubject, type Subject } from './subject'
import { type Expected, requireWhole } from './verdict'

const ofService = [
  'before-step',
  'before-sent',
  'after-sent',
  'after-engine-reply',
  'after-applied',
  'before-converged',
  'after-step',
]
const ofObject = ['before-step', 'before-sent', 'after-sent', 'after-engine-reply', 'after-step']

const at = (points: string[], index: number) => points.map((point) => `${point}:${index}`)

/** Every place at which a process can die between two things that last: a record, or a change of the swarm. */
const everywhere = [
  'after-record',
  ...at(ofObject, 0),
  ...at(ofService, 1),
  ...at(ofService, 2),
  'before-end',
  'after-end',
]

/** Until then the engine does not have the value, and nobody else has it. */
const losesValue = new Set(['after-record', 'before-step:0', 'before-sent:0', 'after-sent:0'])

/** The operation that follows meets the points of the first one for the second time. */
const again = (points: string[]) => points.map((point) => `${point}#2`)

type Story = {
  point: string
  wish: Parameters<typeof makeSubject>[1]
  /** Until the fault point; what is thrown here is no matter when Skep has died. */
  begin: (skep: Skep, subject: Subject) => Promise<void>
  /** In the life after. */
  goOn?: (skep: Skep, subject: Subject) => Promise<void>
  expected: (subject: Subject) => Expected
}

/** Begins, dies, lives again, comes to rest, and is looked at. */
async function tell(stage: Stage, { point, wish, begin, goOn, expected }: Story): Promise<string> {
  const subject = await makeSubject(stage.socket, wish)
  const skep = await stage.newSkep()
  try {
    await skep.start(point)
    await skep.ready()
    await begin(skep, subject)
    await skep.died()
    await skep.start()
    await skep.rest()
    await goOn?.(skep, subject)
    await skep.stop()
    const end = expected(subject)
    await requireWhole(stage.socket, subject, skep, end)
    return `both services on ${end.version.replace(subject.family, '…')}, ${end.operations.join(', ') || 'nothing recorded'}`
  } finally {
    await skep.kill()
    skep.remove()
    await removeSubject(stage.socket, subject)
  }
}

const next = ({ family }: Subject) => `${family}_v2`

const finished = (point: string): Drill => ({
  name: `config, Skep killed at ${point}`,
  run: (stage) =>
    tell(stage, {
      point,
      wish: { kind: 'config' },
      begin: rotate,
      expected: (subject) => ({
        version: next(subject),
        versions: [subject.family, next(subject)],
        operations: ['rotate-config converged'],
      }),
    }),
})

const neverBegun: Drill = {
  name: 'config, Skep killed at before-record',
  run: (stage) =>
    tell(stage, {
      point: 'before-record',
      wish: { kind: 'config' },
      begin: rotate,
      expected: ({ family }) => ({ version: family, versions: [family], operations: [] }),
    }),
}

const secretFinished = (point: string): Drill => ({
  name: `secret, Skep killed at ${point}`,
  run: (stage) =>
    tell(stage, {
      point,
      wish: { kind: 'secret' },
      begin: rotate,
      goOn: losesValue.has(point) ? supplyValue : undefined,
      expected: (subject) => ({
        version: next(subject),
        versions: [subject.family, next(subject)],
        operations: ['rotate-secret converged'],
        value,
      }),
    }),
})

async function supplyValue(skep: Skep): Promise<void> {
  await skep.decide(await waiting(skep), 'supply_value', value)
  await skep.rest()
}

/** The operation that asks for the value that it has lost. */
async function waiting(skep: Skep): Promise<string> {
  const [operation] = await skep.rest()
  if (operation?.state !== 'needs_decision' || !operation.problem?.includes('value_needed'))
    throw new Error(`nobody was asked for the value: ${operation?.state} ${operation?.problem}`)
  return operation.id
}

const secretGivenUp: Drill = {
  name: 'secret, Skep killed at after-sent:0, and given up instead of asked for the value',
  run: (stage) =>
    tell(stage, {
      point: 'after-sent:0',
      wish: { kind: 'secret' },
      begin: rotate,
      goOn: async (skep) => void (await skep.decide(await waiting(skep), 'keep')),
      expected: ({ family }) => ({ version: family, versions: [family], operations: ['rotate-secret failed'], value }),
    }),
}

const takenBack = (point: string): Drill => ({
  name: `config that the second service cannot bear, Skep killed at ${point}`,
  run: (stage) =>
    tell(stage, {
      point,
      wish: { kind: 'config', isFragile: true },
      begin: (skep, subject) => rotate(skep, subject, { content: 'CRASH', rollout: { onFailure: 'undo' } }),
      expected: (subject) => ({
        version: subject.family,
        versions: [subject.family, next(subject)],
        operations: ['rotate-config failed', 'undo-rotate-config converged'],
      }),
    }),
})

const undone = (point: string): Drill => ({
  name: `config, taken back by hand, Skep killed at ${point}`,
  run: (stage) =>
    tell(stage, {
      point,
      wish: { kind: 'config' },
      begin: async (skep, subject) => {
        await rotate(skep, subject)
        const [operation] = await skep.rest()
        await skep.undo(operation?.id ?? '')
      },
      expected: (subject) => ({
        version: subject.family,
        versions: [subject.family, next(subject)],
        operations: ['rotate-config converged', 'undo-rotate-config converged'],
      }),
    }),
})

const cleanedUp = (point: string): Drill => ({
  name: `config, old versions removed behind it, Skep killed at ${point}`,
  run: (stage) =>
    tell(stage, {
      point,
      wish: { kind: 'config', older: 2 },
      begin: (skep, subject) => rotate(skep, subject, { rollout: { keepVersions: 2 } }),
      expected: ({ family }) => ({
        version: `${family}_v4`,
        versions: [`${family}_v3`, `${family}_v4`],
        operations: ['rotate-config converged', 'clean-up converged'],
      }),
    }),
})

const ofWayBack = [
  ...again(['after-record', ...at(['before-step', 'before-sent', 'after-sent', 'after-engine-reply'], 0)]),
  ...['after-applied:0', 'before-converged:0', 'after-step:0#2'],
  ...again([...at(ofService, 1), 'before-end', 'after-end']),
]

export const killedInRotation: Drill[] = [
  neverBegun,
  ...everywhere.map(finished),
  ...everywhere.map(secretFinished),
  secretGivenUp,
  ...['after-engine-reply:2', 'after-applied:2', 'after-step:2', 'before-end', 'after-end'].map(takenBack),
  // Recorded in the midst of the first operation's end, it meets no point of its own there.
  ...ofWayBack.filter((point) => point !== 'after-record#2').map(takenBack),
  ...ofWayBack.map(undone),
  ...[...again(at(ofObject, 0)), 'before-end#2', 'after-end#2'].map(cleanedUp),
]

import { setTimeout } from 'node:timers/promises'
import type { FaultRule } from '@/scripts/sandbox/fault-proxy.mjs'
import { rotate, value } from './rotate'
import type { Drill } from './run-drills'
import type { Skep } from './skep'
import type { Stage } from './stage'
import { makeSubject, removeSubject } from './subject'
import { requireWhole } from './verdict'

const creates = /^POST \/(configs|secrets)\/create/
const updates = /^POST \/services\/[^/]+\/update/

/** Of Skep's writes to the engine, as it waits for an answer. */
const longerThanWritesMs = 32_000
/** Of its reads. */
const longerThanReadsMs = 12_000

type Story = {
  kind: 'config' | 'secret'
  /** Laid down before the rotation begins. */
  rules?: FaultRule[]
  /** Goes on beside the rotation. */
  meanwhile?: (stage: Stage, skep: Skep) => Promise<void>
}

/** A rotation in which the engine fails, and which is finished all the same. */
async function tell(stage: Stage, { kind, rules = [], meanwhile }: Story): Promise<string> {
  const subject = await makeSubject(stage.socket, { kind })
  const skep = await stage.newSkep(true)
  try {
    await skep.start()
    await skep.ready()
    stage.proxy.forget()
    stage.proxy.rules.splice(0, Number.POSITIVE_INFINITY, ...rules)
    const begun = rotate(skep, subject)
    // Told below, or by what went wrong before.
    begun.catch(() => {})
    await meanwhile?.(stage, skep)
    await begun
    const asked = await goOnWherePaused(skep)
    stage.proxy.rules.splice(0)
    await skep.stop()
    const version = `${subject.family}_v2`
    await requireWhole(stage.socket, subject, skep, {
      version,
      versions: [subject.family, version],
      operations: [`rotate-${kind} converged`],
      ...(kind === 'secret' && { value }),
    })
    const writes = `${stage.proxy.count(creates)} creates, ${stage.proxy.count(updates)} updates`
    return `both services on ${version.replace(subject.family, '…')}, after ${writes} were sent${asked}`
  } finally {
    stage.proxy.rules.splice(0)
    await skep.kill()
    skep.remove()
    await removeSubject(stage.socket, subject)
  }
}

/**
 * A task that ends with its engine has failed in the engine's eyes, and the services here say that an update then pauses.
 * That is told to a person, who goes on.
 */
async function goOnWherePaused(skep: Skep): Promise<string> {
  const [operation] = await skep.rest()
  const code: unknown = operation?.problem && JSON.parse(operation.problem).code
  if (operation?.state !== 'needs_decision' || code !== 'update_paused') return ''
  await skep.decide(operation.id, 'resume')
  await skep.rest()
  return '; the engine had paused an update whose task died with it, and a person went on'
}

/** Until so many requests have been sent. */
async function sent({ proxy }: Stage, match: RegExp, count: number): Promise<void> {
  const end = Date.now() + 60_000
  while (proxy.count(match) < count) {
    if (Date.now() > end) throw new Error('the rotation did not come that far')
    await setTimeout(10)
  }
}

type Moment = { at: string; match: RegExp; count: number; waitMs?: number }

/** `waitMs` later the change is made, and being watched. */
const moments: Moment[] = [
  { at: 'as the successor is asked for', match: creates, count: 1 },
  { at: 'as the first service is changed', match: updates, count: 1 },
  { at: 'as the first service rolls out', match: updates, count: 1, waitMs: 700 },
  { at: 'as the second service is changed', match: updates, count: 2 },
  { at: 'as the second service rolls out', match: updates, count: 2, waitMs: 700 },
]

/** Holds a request up, so that the engine is gone before it hears of it. */
const heldUp = ({ match, count, waitMs }: Moment): FaultRule[] =>
  waitMs === undefined && count === 1 ? [{ match, delayMs: 400, times: 1 }] : []

function during(moment: Moment, kind: Story['kind'], what: string, act: (stage: Stage, skep: Skep) => Promise<void>) {
  const meanwhile = async (stage: Stage, skep: Skep) => {
    await sent(stage, moment.match, moment.count)
    if (moment.waitMs) await setTimeout(moment.waitMs)
    await act(stage, skep)
  }
  return {
    name: `${kind}, ${what} ${moment.at}`,
    run: (stage: Stage) => tell(stage, { kind, rules: heldUp(moment), meanwhile }),
  }
}

async function killEngine({ engine }: Stage): Promise<void> {
  await engine('kill')
  await setTimeout(1_000)
  await engine('start')
}

const freezeFor =
  (ms: number) =>
  async ({ engine }: Stage): Promise<void> => {
    await engine('freeze')
    await setTimeout(ms)
    await engine('thaw')
  }

/** Skep dies while the engine is away, too. */
async function killBoth({ engine }: Stage, skep: Skep): Promise<void> {
  await engine('kill')
  await skep.kill()
  await skep.start()
  await setTimeout(1_000)
  await engine('start')
}

const lost: [string, FaultRule[]][] = [
  ['the answer to the successor is lost', [{ match: creates, fault: 'lose-reply', times: 1 }]],
  [
    'the answer to each change is lost once',
    [
      { match: creates, fault: 'lose-reply', times: 1 },
      { match: updates, fault: 'lose-reply', times: 2 },
    ],
  ],
  ['the successor is refused twice', [{ match: creates, fault: 'refuse', times: 2 }]],
  ['a change is refused twice', [{ match: updates, fault: 'refuse', times: 2 }]],
  [
    'the engine says that somebody was quicker',
    [
      {
        match: updates,
        fault: 'status',
        status: 500,
        message: 'rpc error: code = Unknown desc = update out of sequence',
        times: 2,
      },
    ],
  ],
  [
    'each look at a service is cut off',
    [{ match: /^GET \/services\/[^/?]+$/, fault: 'cut', afterBytes: 20, times: 4 }],
  ],
  ['every answer takes a second', [{ match: /./, delayMs: 1_000 }]],
]

const [asked, , rolling] = moments
if (!asked || !rolling) throw new RangeError('there are five moments')

export const engineFaults: Drill[] = [
  ...lost.flatMap(([what, rules]) =>
    (['config', 'secret'] as const).map((kind) => ({
      name: `${kind}, ${what}`,
      // Rules are used up.
      run: (stage: Stage) => tell(stage, { kind, rules: rules.map((rule) => ({ ...rule })) }),
    })),
  ),
  ...moments.map((moment) => during(moment, 'config', 'engine killed', killEngine)),
  during(asked, 'secret', 'engine killed', killEngine),
  during(rolling, 'config', 'engine and Skep killed', killBoth),
  during(asked, 'secret', 'engine frozen for longer than a write waits', freezeFor(longerThanWritesMs)),
  ...moments.slice(1).map((moment) => during(moment, 'config', 'engine frozen', freezeFor(longerThanReadsMs))),
]

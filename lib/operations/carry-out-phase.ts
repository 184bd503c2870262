import 'server-only'
import { Slots } from '@/lib/engine/connection/slots'
import type { Phase } from './phases'
import { Interrupted, type OperationRun } from './record/operation-run'
import { isPassed } from './record/outcome'
import { StepRun } from './steps/step-run'

/**
 * Carries out the steps of a phase side by side. A step may make room for the next as soon as its change is sent, and then
 * all of them are watched at once. When one fails, those whose turn has not come are left as they are. Rejects, when all have
 * come to rest, if one of them could not be recorded or was interrupted.
 */
export async function carryOutPhase(
  run: OperationRun,
  phase: Phase,
  carryOut: (step: StepRun) => Promise<void>,
): Promise<void> {
  const open = phase.steps.filter((index) => !isPassed(run.step(index), run.steps))
  const slots = new Slots(phase.atOnce)
  const sent = new AllSent(open.length)
  const inTurn = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const turn = async () => {
        if (phase.steps.some((other) => hasFailed(run, other))) return resolve()
        await new Promise<void>((leave) => {
          const makeRoom = () => {
            leave()
            return sent.note(index)
          }
          carryOut(new StepRun(run, index, phase.isWatchedInTurn ? () => Promise.resolve() : makeRoom))
            .then(resolve, reject)
            .finally(() => void makeRoom())
        })
      }
      slots.run(run.signal, turn).catch(() => reject(new Interrupted()))
    })
  const ends = await Promise.allSettled(open.map((index) => inTurn(index).catch((error) => run.breakOff(error))))
  const reasons: unknown[] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (reasons.length > 0) throw reasons.find((reason) => !(reason instanceof Interrupted)) ?? new Interrupted()
}

/** A failure of an earlier attempt does not count: the step has been opened again, or is passed. */
function hasFailed(run: OperationRun, index: number): boolean {
  const record = run.step(index)
  return record.state === 'failed' && !isPassed(record, run.steps)
}

/** For one that hangs, the others need not wait to be watched. */
const longestWaitMs = 2_000

/** The engine has its hands free for the changes until all are sent; only then is it asked what became of them. */
class AllSent {
  private readonly done = new Set<number>()
  private readonly waiting: (() => void)[] = []

  constructor(private readonly count: number) {}

  /** Resolves when everybody else is as far. */
  note(index: number): Promise<void> {
    this.done.add(index)
    if (this.done.size < this.count)
      return new Promise((resolve) => {
        this.waiting.push(resolve)
        setTimeout(resolve, longestWaitMs).unref()
      })
    for (const goOn of this.waiting.splice(0)) goOn()
    return Promise.resolve()
  }
}

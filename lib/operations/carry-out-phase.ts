import 'server-only'
import { Slots } from '@/lib/engine/connection/slots'
import { Interrupted, type OperationRun } from './record/operation-run'
import { isPassed } from './record/outcome'
import { StepRun } from './steps/step-run'

/** Enough to keep the engine busy, and few enough for others to get their turn: it makes some 300 objects a second. */
const writesAtOnce = 8

/**
 * Carries out the steps of a phase side by side. A step makes room for the next as soon as its change is sent, so all of
 * them are watched at once. When one fails, those whose turn has not come are left as they are. Rejects, when all have
 * come to rest, if one of them could not be recorded or was interrupted.
 */
export async function carryOutPhase(
  run: OperationRun,
  phase: readonly number[],
  carryOut: (step: StepRun) => Promise<void>,
): Promise<void> {
  const slots = new Slots(writesAtOnce)
  const inTurn = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const turn = async () => {
        if (phase.some((other) => hasFailed(run, other))) return resolve()
        await new Promise<void>((makeRoom) => {
          carryOut(new StepRun(run, index, makeRoom))
            .then(resolve, reject)
            .finally(makeRoom)
        })
      }
      slots.run(run.signal, turn).catch(() => reject(new Interrupted()))
    })
  const open = phase.filter((index) => !isPassed(run.step(index), run.steps))
  const ends = await Promise.allSettled(open.map((index) => inTurn(index).catch((error) => run.breakOff(error))))
  const reasons: unknown[] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (reasons.length > 0) throw reasons.find((reason) => !(reason instanceof Interrupted)) ?? new Interrupted()
}

/** A failure of an earlier attempt does not count: the step has been opened again, or is passed. */
function hasFailed(run: OperationRun, index: number): boolean {
  const record = run.step(index)
  return record.state === 'failed' && !isPassed(record, run.steps)
}

import type { Service } from '@/lib/swarm/engine-types'
import type { NoteCode } from './note-codes'
import type { Effect, PlanNote } from './plan'

/** A step, as far as the tasks of a service go through something. */
type Affecting = { serviceName: string; effect: Effect }

type Restart = Extract<Effect, { kind: 'restart' }>

const busyStates = new Set(['updating', 'rollback_started'])

/** What a person should know before tasks are replaced, the gravest first. */
export function restartNotes(steps: readonly Affecting[]): PlanNote[] {
  const restarting = (test: (effect: Restart) => boolean) =>
    steps.filter(({ effect }) => effect.kind === 'restart' && test(effect)).map(({ serviceName }) => serviceName)
  return [
    ...noteAbout(
      'interruption',
      'services',
      restarting((effect) => effect.lowestRunning === 0),
    ),
    ...noteAbout(
      'all_at_once',
      'services',
      restarting((effect) => effect.parallelism === 0 && effect.tasks > 1),
    ),
    ...noteAbout(
      'no_healthcheck',
      'services',
      restarting((effect) => !effect.hasHealthcheck),
    ),
    ...noteAbout(
      'failure_action_continue',
      'services',
      restarting((effect) => effect.failureAction === 'continue'),
    ),
  ]
}

/** Our update takes the place of the one that is under way. */
export function updateInProgressNote(services: readonly Service[]): PlanNote[] {
  const busy = services.filter(({ UpdateStatus }) => busyStates.has(UpdateStatus?.State ?? ''))
  return noteAbout(
    'update_in_progress',
    'services',
    busy.map(({ Spec }) => Spec.Name),
  )
}

/** None where it is about nothing. */
export function noteAbout(code: NoteCode, what: string, names: readonly string[]): PlanNote[] {
  return names.length > 0 ? [{ code, params: { [what]: names } }] : []
}

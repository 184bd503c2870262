import type { NoteCode, PlanNote, UpdateStep } from '@/lib/plan/plan'
import type { Service } from '@/lib/swarm/engine-types'
import { stackOf } from '@/lib/swarm/snapshot'

type Rotation = {
  chosen: Service[]
  staying: Service[]
  /** Those among the chosen that are not on the predecessor but on another version. */
  onOthers: Service[]
  updates: UpdateStep[]
  isSameContent: boolean
}

const busyStates = new Set(['updating', 'rollback_started'])

/** What a person should know before rotating, the gravest first. */
export function rotationNotes({ chosen, staying, onOthers, updates, isSameContent }: Rotation): PlanNote[] {
  const stacks = [...new Set(chosen.flatMap((service) => stackOf(service.Spec.Labels) ?? []))].sort()
  return [
    ...(isSameContent ? [{ code: 'same_content', params: {} } as const] : []),
    ...(chosen.length === 0 ? [{ code: 'used_by_none', params: {} } as const] : []),
    ...about(
      'interruption',
      'services',
      restarting(updates, (effect) => effect.lowestRunning === 0),
    ),
    ...about(
      'all_at_once',
      'services',
      restarting(updates, (effect) => effect.parallelism === 0 && effect.tasks > 1),
    ),
    ...about(
      'no_healthcheck',
      'services',
      restarting(updates, (effect) => !effect.hasHealthcheck),
    ),
    ...about(
      'failure_action_continue',
      'services',
      restarting(updates, (it) => it.failureAction === 'continue'),
    ),
    ...about('update_in_progress', 'services', chosen.filter(isUpdating).map(nameOf)),
    ...about('mixed_versions', 'services', onOthers.map(nameOf)),
    ...about('some_services_stay', 'services', staying.map(nameOf)),
    ...(stacks.length > 1 ? about('shared_across_stacks', 'stacks', stacks) : []),
    ...about('file_names_predecessor', 'stacks', stacks),
  ]
}

type Restart = Extract<UpdateStep['effect'], { kind: 'restart' }>

/** Names of the services that restart in such a way. */
function restarting(updates: UpdateStep[], test: (effect: Restart) => boolean): string[] {
  return updates.filter(({ effect }) => effect.kind === 'restart' && test(effect)).map((step) => step.serviceName)
}

function about(code: NoteCode, what: 'services' | 'stacks', names: string[]): PlanNote[] {
  return names.length > 0 ? [{ code, params: { [what]: names } }] : []
}

/** Our update takes the place of the one that is under way. */
function isUpdating(service: Service): boolean {
  return busyStates.has(service.UpdateStatus?.State ?? '')
}

const nameOf = (service: Service) => service.Spec.Name

import type { PlanNote, UpdateStep } from '@/lib/plan/plan'
import { noteAbout, restartNotes, updateInProgressNote } from '@/lib/plan/restart-notes'
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

/** What a person should know before rotating, the gravest first. */
export function rotationNotes({ chosen, staying, onOthers, updates, isSameContent }: Rotation): PlanNote[] {
  const stacks = [...new Set(chosen.flatMap((service) => stackOf(service.Spec.Labels) ?? []))].sort()
  return [
    ...(isSameContent ? [{ code: 'same_content', params: {} } as const] : []),
    ...(chosen.length === 0 ? [{ code: 'used_by_none', params: {} } as const] : []),
    ...restartNotes(updates),
    ...updateInProgressNote(chosen),
    ...noteAbout(
      'mixed_versions',
      'services',
      onOthers.map(({ Spec }) => Spec.Name),
    ),
    ...noteAbout(
      'some_services_stay',
      'services',
      staying.map(({ Spec }) => Spec.Name),
    ),
    ...(stacks.length > 1 ? noteAbout('shared_across_stacks', 'stacks', stacks) : []),
  ]
}

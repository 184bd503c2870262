import type { OperationView, StepView } from '@/lib/contract/operations'
import { isServiceChange } from '@/lib/plan/plan'

/** Where the services of an operation stand, each by its name and in the order of the plan. */
export type ServicesNow = {
  /** All their tasks have the change. */
  changed: string[]
  /** The change was sent and has not become true: it failed, or it was stopped half-way. */
  unsettled: string[]
  /** Put back, by the engine or by the undo. */
  putBack: string[]
  /** Left as they are: somebody else has changed or removed them meanwhile. */
  left: string[]
  untouched: string[]
  /** Of the changed ones, at the end of the time in which they were watched. */
  tasks: number
}

type Group = Exclude<keyof ServicesNow, 'tasks'>

/** A service with several steps is where the least of them is. */
const leastFirst: readonly Group[] = ['unsettled', 'left', 'untouched', 'putBack', 'changed']

export function servicesNow({ steps }: Pick<OperationView, 'steps'>): ServicesNow {
  const groups = new Map<string, { group: Group; tasks: number }>()
  for (const view of steps) {
    if (!isServiceChange(view.step)) continue
    const { serviceName } = view.step
    const known = groups.get(serviceName)
    const group = groupOf(view)
    if (known && leastFirst.indexOf(known.group) <= leastFirst.indexOf(group)) continue
    groups.set(serviceName, { group, tasks: view.progress?.onNew ?? 0 })
  }
  const named = (wanted: Group) => [...groups].flatMap(([name, { group }]) => (group === wanted ? [name] : []))
  const changed = [...groups.values()].filter(({ group }) => group === 'changed')
  return {
    changed: named('changed'),
    unsettled: named('unsettled'),
    putBack: named('putBack'),
    left: named('left'),
    untouched: named('untouched'),
    tasks: changed.reduce((sum, { tasks }) => sum + tasks, 0),
  }
}

function groupOf({ state, problem }: StepView): Group {
  if (state === 'converged') return 'changed'
  if (state === 'pending') return 'untouched'
  if (state === 'undone' || problem?.code === 'rolled_back') return 'putBack'
  if (problem?.code === 'version_conflict' || problem?.code === 'not_found') return 'left'
  return 'unsettled'
}

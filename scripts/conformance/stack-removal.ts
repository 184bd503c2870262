import { planStackRemoval, type RemovalPlan } from '@/lib/deploy/plan-removal'
import { isAppError } from '@/lib/errors/app-error'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { Recorded } from './case-files'
import type { Outcome } from './outcome'

/** Compares `docker stack rm` with what we would remove of the same stacks: all but what others use, in the same order. */
export function compareRemoval(
  name: string,
  recorded: Recorded,
  { stacks, snapshot }: { stacks: string[]; snapshot: Snapshot },
): Outcome {
  const plans = stacks.map((stack) => removalOf(snapshot, stack))
  if (recorded.exitCode !== 0 && recorded.stdout === '')
    return plans.every((plan) => plan === null)
      ? { name, result: 'both refuse', note: 'not_found' }
      : { name, result: 'differs', differences: ['the CLI removes nothing, we would'] }
  const removed = [...recorded.stdout.matchAll(/^Removing (\w+) (.+)$/gm)].map(
    ([, kind = '', object = '']) => `${kind} ${object}`,
  )
  const failed = new Set(
    [...recorded.stderr.matchAll(/Failed to remove \w+ <(\w+):([^>]+)>/g)].map(
      ([, kind, object]) => `${kind} ${object}`,
    ),
  )
  const expected = removed.filter((object) => !failed.has(object))
  const ours = plans.flatMap((plan) => (plan ? plan.plan.steps.map(stepText) : []))
  const nothing = [...recorded.stderr.matchAll(/^Nothing found in stack: (.*)$/gm)].map(([, stack]) => stack)
  const ourNothing = stacks.filter((_, index) => plans[index] === null)
  const differences = [
    ...(sameSet(expected, ours) ? [] : [`the CLI removes ${expected.join(', ')}; we remove ${ours.join(', ')}`]),
    ...(inKindOrder(expected, ours) ? [] : [`other kinds first: the CLI ${kindsOf(expected)}, we ${kindsOf(ours)}`]),
    ...(sameSet(nothing, ourNothing)
      ? []
      : [`the CLI finds nothing in ${nothing.join(', ')}, we in ${ourNothing.join(', ')}`]),
  ]
  if (differences.length > 0) return { name, result: 'differs', differences }
  return failed.size === 0
    ? { name, result: 'same' }
    : { name, result: 'same', note: `we leave at once what the CLI fails to remove: ${[...failed].join(', ')}` }
}

function removalOf(snapshot: Snapshot, stack: string): RemovalPlan | null {
  try {
    return planStackRemoval(snapshot, stack.trim())
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null
    throw error
  }
}

function stepText(step: RemovalPlan['plan']['steps'][number]): string {
  if (step.action === 'remove-service') return `service ${step.serviceName}`
  if (step.action === 'remove-network') return `network ${step.name}`
  if (step.action === 'remove-object') return `${step.kind} ${step.name}`
  return step.action
}

function sameSet(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item))
}

function kindsOf(objects: readonly string[]): string {
  return objects.map((object) => object.split(' ')[0]).join(' ')
}

/** Networks come in the engine's order, so only the order of the kinds counts. */
function inKindOrder(a: readonly string[], b: readonly string[]): boolean {
  return kindsOf(a) === kindsOf(b)
}

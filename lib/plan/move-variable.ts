import { byBytes } from '@/lib/compose/byte-order'
import { AppError } from '@/lib/errors/app-error'
import type { ContainerSpec, ServiceSpec, TaskSpec } from '@/lib/swarm/engine-types'
import { isUsed, withoutReference } from './move-reference'
import type { FieldState, StepOf } from './plan'

/** The value of an environment variable is to come from a secret's file, or to be in the environment again. */
export type MoveVariable = Pick<
  StepOf<'move-variable'>,
  'action' | 'variable' | 'fileVariable' | 'target' | 'secret' | 'isBack'
>

const nameOf = (entry: string) => entry.split('=', 1)[0]

/** The last one counts where a name is there twice. */
export function entryOf({ ContainerSpec }: TaskSpec, variable: string): string | null {
  return (ContainerSpec?.Env ?? []).findLast((entry) => nameOf(entry) === variable && entry.includes('=')) ?? null
}

export function variableState(template: TaskSpec, intent: MoveVariable): FieldState {
  const { variable, fileVariable, target, secret, isBack } = intent
  const isPlain = entryOf(template, variable) !== null
  const isMoved = !isPlain && entryOf(template, fileVariable) === `${fileVariable}=${target}`
  const hasMoved = isMoved && isUsed(template, { ...secret, kind: 'secret' })
  if (isPlain) return isBack ? 'to' : 'from'
  if (hasMoved) return isBack ? 'from' : 'to'
  return 'other'
}

/** `previous` has the value on the way back: it is stored nowhere else. */
export function moveVariable(spec: ServiceSpec, intent: MoveVariable, previous: ServiceSpec | undefined): ServiceSpec {
  const { variable, fileVariable, target, secret, isBack } = intent
  const container = spec.TaskTemplate.ContainerSpec ?? {}
  if (isBack) {
    const entry = previous ? entryOf(previous.TaskTemplate, variable) : null
    if (entry === null) throw new AppError('not_undoable', { reason: 'value_gone', name: variable })
    const left = withoutReference(container, { ...secret, kind: 'secret' })
    return withContainer(spec, { ...left, Env: replaced(left.Env ?? [], fileVariable, entry) })
  }
  const file = { Name: secret.name, UID: '0', GID: '0', Mode: 0o444 }
  const reference = { SecretID: secret.id ?? '', SecretName: secret.name, File: file }
  return withContainer(spec, {
    ...container,
    Env: replaced(container.Env ?? [], variable, `${fileVariable}=${target}`),
    Secrets: [...(container.Secrets ?? []), reference],
  })
}

function withContainer(spec: ServiceSpec, ContainerSpec: ContainerSpec): ServiceSpec {
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec } }
}

/** In its place; but the CLI sorts variables, and another order would restart tasks with the next deployment. */
function replaced(env: readonly string[], name: string, entry: string): string[] {
  const at = env.findIndex((one) => nameOf(one) === name)
  const changed = env.flatMap((one, index) => (index === at ? entry : nameOf(one) === name ? [] : one))
  const isSorted = env.every((one, index) => index === 0 || byBytes(env[index - 1] ?? '', one) <= 0)
  return isSorted ? changed.toSorted(byBytes) : changed
}

/** The container without what the move is about. */
export function withoutVariable<C extends Pick<ContainerSpec, 'Env' | 'Secrets' | 'Configs'>>(
  container: C,
  { variable, fileVariable, secret }: MoveVariable,
): C {
  const others = (container.Env ?? []).filter((entry) => ![variable, fileVariable].includes(nameOf(entry) ?? ''))
  // The order of what stays may be another one: see above.
  return { ...withoutReference(container, { ...secret, kind: 'secret' }), Env: others.toSorted(byBytes) }
}

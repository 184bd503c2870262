import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { OperationView } from '@/lib/contract/operations'

/** `isVersion`: of a family that was there before, so that a clean-up can take it. */
export type LeftBehind = { kind: DataObjectKind; name: string; isVersion: boolean }

/** Configs and secrets that an operation has made before it failed: the engine puts services back, and no more. */
export function leftBehind({ state, steps }: Pick<OperationView, 'state' | 'steps'>): LeftBehind[] {
  if (state === 'converged') return []
  return steps.flatMap(({ step, state: stepState }) => {
    if (stepState !== 'converged' || (step.action !== 'create-config' && step.action !== 'create-secret')) return []
    const kind = step.action === 'create-config' ? 'config' : 'secret'
    return [{ kind, name: step.name, isVersion: step.replaces !== null }]
  })
}

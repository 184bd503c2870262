import 'server-only'
import type { StepOf } from '@/lib/plan/plan'
import type { StepRun } from './step-run'
import { writeLabels } from './write-labels'

/** Sets some labels of a config or secret and leaves all others as they are. */
export function setLabels(run: StepRun, { kind, id, labels: own }: StepOf<'set-labels'>): Promise<void> {
  const isThere = (labels: Readonly<Record<string, string>>) =>
    Object.entries(own).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)
  const wanted = (labels: Readonly<Record<string, string>>) =>
    isThere(labels) ? null : Object.fromEntries([...Object.entries(labels), ...Object.entries(own)])
  return writeLabels(run, { kind, id, wanted, data: null })
}

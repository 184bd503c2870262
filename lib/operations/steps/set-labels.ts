import 'server-only'
import { labelOf, withLabels } from '@/lib/plan/label-values'
import type { StepOf } from '@/lib/plan/plan'
import type { StepRun } from './step-run'
import { writeLabels } from './write-labels'

/** Sets some labels of a config or secret, takes others away, and leaves all others as they are. */
export function setLabels(run: StepRun, { kind, id, labels: own }: StepOf<'set-labels'>): Promise<void> {
  const wanted = (labels: Readonly<Record<string, string>>) => {
    const isAsWanted = Object.entries(own).every(([key, value]) => labelOf(labels, key) === value)
    return isAsWanted ? null : withLabels(labels, own)
  }
  return writeLabels(run, { kind, id, wanted, data: null })
}

import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { engine } from '@/lib/engine/engine'
import { isAppError } from '@/lib/errors/app-error'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { isInDoubt, patiently, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

type Labels = Readonly<Record<string, string>>

export type LabelChange = {
  kind: DataObjectKind
  id: string
  /** From the labels that are there; null when they are as they should be. */
  wanted: (labels: Labels) => Record<string, string> | null
  /** Goes along, so that the engine refuses an object that holds something else. */
  data: Buffer | null
}

/** Reads, decides, writes, and reads again, until the labels are seen as they should be. */
export async function writeLabels(run: StepRun, { kind, id, wanted, data }: LabelChange): Promise<void> {
  const inspect = kind === 'config' ? engine().inspectConfig : engine().inspectSecret
  const relabel = kind === 'config' ? engine().relabelConfig : engine().relabelSecret
  for (let attempt = 1; ; attempt++) {
    const { Spec, Version } = await patiently<Config | Secret>(run, () => inspect(id))
    const labels = wanted(Spec.Labels ?? {})
    if (!labels) return
    run.faultPoint('before-sent')
    await run.save({ state: 'sent' })
    run.faultPoint('after-sent')
    try {
      await relabel({ id, versionIndex: Version.Index, name: Spec.Name, labels, ...(data && { data }) })
      run.faultPoint('after-engine-reply')
    } catch (error) {
      if (!isAppError(error)) throw error
      if (isInDoubt(error)) await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
      else if (error.code !== 'version_conflict') throw error
      await pauseBeforeRetry(attempt, error, run.signal)
    }
  }
}

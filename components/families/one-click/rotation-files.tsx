'use client'

import { FileList, FoldedFiles } from '@/components/plan/files/file-changes'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { usePlan } from '@/lib/browser/use-plan'
import type { PlannedMove } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import { isUpdateStep } from '@/lib/plan/plan'
import type { ReadyRotation } from './ready'

/** What the files of the stacks will say after one rotation. There may be a hundred, so it is asked for when unfolded. */
export function RotationFiles({ rotation }: { rotation: ReadyRotation }) {
  const isInFiles = rotation.plan.steps.some((step) => isUpdateStep(step) && step.stack !== null)
  if (!isInFiles) return null
  return (
    <FoldedFiles>
      <Asked rotation={rotation} />
    </FoldedFiles>
  )
}

function Asked({ rotation: { name, successor } }: { rotation: ReadyRotation }) {
  const { answer, error } = usePlan<PlannedMove>(api.rotateSecretPlan(name), { name: successor }, 0)
  if (error) return <ProblemNotice error={error} />
  return answer ? <FileList changes={answer.stackFiles} /> : <Skeleton className="h-16 w-full" />
}

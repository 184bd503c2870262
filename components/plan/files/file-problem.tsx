'use client'

import { StateShape } from '@/components/ui/state-shape'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { Reason } from '@/lib/contract/reason'

/** Why a stack's file cannot be brought up to date by itself, and what to do. */
export function FileProblem({ problem }: { problem: Reason }) {
  const say = useCodedText('stackFiles.problems')
  return (
    <p className="flex max-w-prose items-start gap-2 text-sm">
      <StateShape tone="attention" className="mt-1.25" />
      <span className="min-w-0 break-words">{say(problem.code, problem.params)}</span>
    </p>
  )
}

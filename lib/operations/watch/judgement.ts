import type { StepProgress } from '@/lib/contract/operations'
import type { Service, Task } from '@/lib/swarm/engine-types'

/** What is looked at: the service as it is now, its tasks, and the nodes that are away. Times in UTC milliseconds. */
export type Observation = {
  service: Service
  tasks: readonly Task[]
  isNodeDown: (nodeId: string) => boolean
  /** When the engine confirmed this, without the times in which it was silent: they prove nothing. */
  now: number
}

/** What the judge remembers from one look to the next. */
export type Memory = {
  seen: string[]
  /** Whether any task ran before the change was sent. */
  ranBefore: boolean
  /** Tasks that had failed before the first look; for scaling, where old and new tasks are made of the same spec. */
  failedBefore: ReadonlySet<string>
  /** Of a task that failed: the engine forgets tasks, with `max_attempts: 1` all but the last two of a slot (measured). */
  lastError: string | null
  /** Since when exactly these tasks have been running as they should. */
  steady: { since: number; tasks: string } | null
  best: { onNew: number; onOld: number; at: number } | null
  /** Since when nothing has been left to the engine to do, and yet it is not as it should be. */
  stuck: { since: number; tasks: string } | null
}

export type Verdict = 'working' | 'converged' | 'rolled_back' | 'paused' | 'changed' | 'timed_out' | 'stuck'

export type Judgement = {
  verdict: Verdict
  progress: StepProgress
  memory: Memory
  /** When all will have been well for long enough, if it stays as it is. */
  dueAt?: number
}

/** What was seen before, from a step that another process watched. */
export function startMemory({ seen, ranBefore }: { seen: readonly string[]; ranBefore: boolean }): Memory {
  return { seen: [...seen], ranBefore, failedBefore: new Set(), lastError: null, steady: null, best: null, stuck: null }
}

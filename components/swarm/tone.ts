import type { Tone } from '@/components/ui/state-shape'
import type { Health } from '@/lib/contract/health'
import type { TaskRow } from '@/lib/contract/tasks'

export const healthTone: Record<Health, Tone> = {
  running: 'running',
  working: 'working',
  attention: 'attention',
  failing: 'failing',
  stopped: 'neutral',
}

const ended = new Set(['complete', 'shutdown', 'orphaned', 'remove'])

/** How a task's state looks. The word beside it stays the engine's. */
export function taskTone(task: TaskRow): Tone {
  if (task.isRunning) return 'running'
  if (task.state === 'failed' || task.state === 'rejected') return 'failing'
  if (ended.has(task.state)) return 'neutral'
  // It says running, but its node is down or it was told to end.
  if (task.state === 'running') return task.desiredState === 'running' ? 'failing' : 'neutral'
  return task.state === 'pending' && task.error ? 'failing' : 'working'
}

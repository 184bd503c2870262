import type { TaskLog } from '@/lib/contract/tasks'
import { engine } from '@/lib/engine/engine'
import { endpoint } from '@/lib/http/endpoint'
import { taskOf } from '@/lib/http/objects'
import { recordLook } from '@/lib/operations/requests/record-look'
import { logLines } from '@/lib/swarm/log-lines'

/** Enough to see why it ended, and no log viewer. */
const limits = { mostLines: 20, mostBytes: 8 * 1024 }

/** The end of what a task has printed. It may hold anything: who looks at it is recorded, and nothing of it is kept. */
export const GET = endpoint(
  { action: 'service.logs.read', object: taskOf },
  async ({ object: { ref, task }, user }) => {
    await recordLook(user, 'service.logs.read', ref)
    const isTerminal = task.Spec.ContainerSpec?.TTY === true
    const log = await engine().readTaskLog({
      taskId: task.ID,
      isTerminal,
      lines: limits.mostLines,
      mostBytes: 2 * limits.mostBytes,
    })
    const { lines, isCut } = logLines(log.pieces, limits)
    return { lines, isCut: isCut || log.isCut } satisfies TaskLog
  },
)

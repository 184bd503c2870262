import 'server-only'
import { LogTail } from './connection/log-tail'
import type { Transport } from './connection/transport'

export type LogQuestion = {
  taskId: string
  /** Whether the task has a terminal, whose log comes raw. */
  isTerminal: boolean
  lines: number
  /** Of the end that is kept. */
  mostBytes: number
}

/** Twenty lines can be of any length: whoever prints gigabytes without a line feed is not listened to any longer. */
const mostReadBytes = 4 * 1024 * 1024

/** Its node has to answer, which may be slow, or away. */
const silenceMs = 5_000

/** The end of what a task has printed, also of one that has ended, as long as its node has the container. */
export async function readTaskLog(transport: Transport, { taskId, isTerminal, lines, mostBytes }: LogQuestion) {
  return transport.readBody(
    `/tasks/${encodeURIComponent(taskId)}/logs`,
    {
      query: { stdout: '1', stderr: '1', tail: String(lines) },
      limitMs: silenceMs,
      lane: 'logs',
      subject: { kind: 'task', name: taskId },
    },
    async (body) => {
      const tail = new LogTail(isTerminal, mostBytes)
      let readBytes = 0
      for await (const chunk of body) {
        tail.push(chunk)
        readBytes += chunk.length
        if (readBytes > mostReadBytes) break
      }
      return tail.end()
    },
  )
}

import { parentPort } from 'node:worker_threads'
import { answerTo } from './answer'
import type { Question } from './question'

/** The other thread: reads and converts what people upload, where the time that it takes keeps nobody waiting. */
parentPort?.on('message', ({ id, question }: { id: number; question: Question }) => {
  parentPort?.postMessage({ id, answer: answerTo(question) })
})

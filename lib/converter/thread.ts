import 'server-only'
import type { Worker } from 'node:worker_threads'
import { AppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'

/** Ten times what the largest file takes on an idle machine. */
const mostMs = 10_000

type Waiting<Q, A> = { question: Q; resolve: (answer: A) => void; reject: (error: unknown) => void }

/**
 * Asks another thread one thing at a time. An answer that takes too long, or too much memory, ends the thread and throws
 * AppError `too_complex`; the next question begins another one.
 */
export class Thread<Q, A> {
  #worker: Worker | null = null
  #current: (Waiting<Q, A> & { id: number; timer: NodeJS.Timeout }) | null = null
  readonly #queue: Waiting<Q, A>[] = []
  #count = 0

  constructor(
    private readonly begin: () => Worker,
    private readonly limitMs = mostMs,
  ) {}

  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ question, resolve, reject })
      this.#next()
    })
  }

  #next(): void {
    const waiting = this.#current ? undefined : this.#queue.shift()
    if (!waiting) return
    const worker = this.#worker ?? this.#start()
    this.#count += 1
    const timer = setTimeout(() => this.#give(worker, new AppError('too_complex')), this.limitMs)
    this.#current = { ...waiting, id: this.#count, timer }
    worker.ref()
    worker.postMessage({ id: this.#count, question: waiting.question })
  }

  #start(): Worker {
    const worker = this.begin()
    worker.on('message', ({ id, answer }: { id: number; answer: A }) => {
      if (this.#current?.id === id) this.#settle((current) => current.resolve(answer))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#give(worker, isMemory ? new AppError('too_complex') : error)
    })
    worker.on('exit', () => this.#give(worker, new AppError('unexpected')))
    this.#worker = worker
    return worker
  }

  /** Gives a thread up, with what it was asked last. */
  #give(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    worker.terminate().catch((reason: unknown) => log().warn({ err: reason }, 'a thread does not end'))
    this.#settle((current) => current.reject(error))
  }

  #settle(tell: (current: Waiting<Q, A>) => void): void {
    const current = this.#current
    if (!current) return
    clearTimeout(current.timer)
    this.#current = null
    // One that has nothing to do keeps no process alive.
    this.#worker?.unref()
    tell(current)
    this.#next()
  }
}

import 'server-only'
import { Worker } from 'node:worker_threads'
import type { ConvertedStack, RefusedStack } from '@/lib/compose/convert-stack'
import type { StackVariable } from '@/lib/contract/deploy'
import type { FilesWish } from '@/lib/deploy/files/convert-files'
import type { GivenStack } from '@/lib/deploy/files/convert-given'
import type { FilesAfter, NamingWish } from '@/lib/deploy/naming/files-after'
import type { NamingRefusal } from '@/lib/deploy/naming/name-in-files'
import { AppError } from '@/lib/errors/app-error'
import { answerTo } from './answer'
import type { Answer, Question } from './question'
import { Thread } from './thread'

/*
 * Files of people are converted in a thread of their own, with limits of time and memory: a few lines can take seconds,
 * in which the server would answer nobody. See docs/decisions/034-files-are-converted-aside.md.
 */

const g = globalThis as typeof globalThis & { skepConverter?: Thread<Question, Answer> }

/** Of the thread's heap. The largest file that is accepted needs a third of it. */
const mostMegabytes = 384

/** Only Next's bundler makes a file of the thread's entry: elsewhere, in tests, it is done here. */
const isBundled = process.env.NEXT_RUNTIME === 'nodejs'

async function answered(question: Question): Promise<Answer> {
  if (!isBundled) return answerTo(question)
  g.skepConverter ??= new Thread<Question, Answer>(beginWorker)
  return g.skepConverter.ask(question)
}

function beginWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
}

/** What was given so far, and the variables that it names. Throws AppError `too_complex`. */
export async function convertGivenAside(wish: FilesWish): Promise<{ given: GivenStack; variables: StackVariable[] }> {
  const answer = await answered({ ask: 'given', wish: onlyFiles(wish) })
  if (answer.ask !== 'given') throw new AppError('unexpected')
  return answer
}

/** The same of files of which none may be missing. */
export async function convertFilesAside(wish: FilesWish): Promise<ConvertedStack | RefusedStack> {
  const answer = await answered({ ask: 'files', wish: onlyFiles(wish) })
  if (answer.ask !== 'files') throw new AppError('unexpected')
  return answer.result
}

/** The files of a stack as they have to be once references have moved. Throws AppError `too_complex`. */
export async function filesAfterAside({ stack, ...wish }: NamingWish): Promise<FilesAfter | NamingRefusal | null> {
  const answer = await answered({ ask: 'after', wish: { ...wish, stack: onlyFiles(stack) } })
  if (answer.ask !== 'after') throw new AppError('unexpected')
  return answer.after
}

/** Nothing goes over that is not needed there. */
function onlyFiles({ stack, files, composeFiles, variables, apiVersion }: FilesWish): FilesWish {
  return { stack, files, composeFiles, variables, apiVersion }
}

import { convertFiles } from '@/lib/deploy/files/convert-files'
import { convertGiven } from '@/lib/deploy/files/convert-given'
import { listGivenVariables } from '@/lib/deploy/files/given-variables'
import { filesAfter } from '@/lib/deploy/naming/files-after'
import type { Answer, Question } from './question'

export function answerTo(question: Question): Answer {
  const { ask } = question
  if (ask === 'files') return { ask, result: convertFiles(question.wish) }
  if (ask === 'after') return { ask, after: filesAfter(question.wish) }
  return { ask, given: convertGiven(question.wish), variables: listGivenVariables(question.wish) }
}

import { convertFiles } from '@/lib/deploy/files/convert-files'
import { convertGiven } from '@/lib/deploy/files/convert-given'
import { listGivenVariables } from '@/lib/deploy/files/given-variables'
import type { Answer, Question } from './question'

export function answerTo({ ask, wish }: Question): Answer {
  if (ask === 'files') return { ask, result: convertFiles(wish) }
  return { ask, given: convertGiven(wish), variables: listGivenVariables(wish) }
}

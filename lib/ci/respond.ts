import 'server-only'
import { type DeploymentAnswer, statusByOutcome } from '@/lib/contract/deployment'
import { answerToText } from './answer-text'

/** The answer with the status that makes a pipeline's job fail when it should; as text for those who ask for it. */
export function respond(answer: DeploymentAnswer, request: Request): Response {
  const status = statusByOutcome[answer.outcome]
  const wanted = request.headers.get('accept') ?? ''
  if (!/^\s*text\/plain\b/i.test(wanted)) return Response.json(answer, { status })
  return new Response(answerToText(answer), { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

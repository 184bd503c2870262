import 'server-only'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DeployPlanRequest, DeployRequest, PlannedDeploy } from '@/lib/contract/deploy'
import type { OperationView } from '@/lib/contract/operations'
import { targetBodies } from '@/lib/deploy/target'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation, type Who } from '@/lib/operations/run'
import { contentOf } from '@/lib/operations/stacks/revision-content'
import { revisionDraft } from '@/lib/operations/stacks/revision-draft'
import { requireSameSecrets } from '@/lib/operations/stacks/same-secrets'
import { secretContents } from '@/lib/operations/stacks/secret-contents'
import type { FieldChange, Plan } from '@/lib/plan/plan'
import { findNewestRevision } from '@/lib/store/revisions'
import { apiVersion, type PlannedStack, plannedValues, planStack } from './plan-stack'

/** What a deployment of these files would do. */
export async function planDeployment(stack: string, request: DeployPlanRequest): Promise<PlannedDeploy> {
  return (await planStack({ stack, ...(await withKnownVariables(stack, request)) })).answer
}

/** The same of one service with the values that the plan masks. Only for an endpoint that records who asked. */
export async function plannedDeploymentValues(
  stack: string,
  request: DeployPlanRequest,
  service: string,
): Promise<FieldChange[]> {
  return plannedValues({ stack, ...(await withKnownVariables(stack, request)) }, service)
}

/** Deploys the files, if the plan that they make now is the one that was approved. */
export async function deploy(stack: string, request: DeployRequest, user: Who): Promise<OperationView> {
  const { planDigest, reason, ...given } = request
  const wish = await withKnownVariables(stack, given)
  const snapshot = live().snapshot()
  const planned = await planStack({ stack, ...wish })
  const { plan, converted, resolved } = requireDeployable(planned)
  const values = secretContents(stack, converted, wish.files)
  if (plan.steps.length > 0) assertApproved(plan, planDigest)
  requireValues(plan, converted, values)
  await requireSameSecrets({ plan, values, snapshot, user })
  if (plan.steps.length === 0) throw new AppError('nothing_to_do', { kind: 'stack', name: stack })
  const draft = { stack, kind: 'deploy' as const, reason, restores: null, request: wish, converted, resolved, snapshot }
  const target = { bodies: targetBodies(converted, resolved), apiVersion: apiVersion() }
  return runOperation(plan, user, { secretValues: values, revision: revisionDraft(draft), target })
}

/** Values of sensitive variables are not shown again, so they need not be sent again: those of the newest revision count. */
export async function withKnownVariables<R extends DeployPlanRequest>(stack: string, request: R): Promise<R> {
  const newest = await findNewestRevision(live().snapshot().swarmId, stack)
  if (!newest) return request
  const { variables, sensitiveVariables } = contentOf(newest)
  const known = sensitiveVariables.filter((name) => Object.hasOwn(variables, name))
  const missing = known.filter((name) => !Object.hasOwn(request.variables, name))
  return {
    ...request,
    variables: { ...request.variables, ...Object.fromEntries(missing.map((name) => [name, variables[name] ?? ''])) },
    sensitiveVariables: [...new Set([...request.sensitiveVariables, ...missing])],
  }
}

/** Throws what is in the way. */
export function requireDeployable({ answer, made }: PlannedStack) {
  const problems = answer.problems.map(({ code }) => code)
  if (!made || problems.length > 0) {
    const files = answer.wantedFiles
    throw new AppError('not_deployable', {
      problems: files.length > 0 ? ['files_wanted', ...problems] : problems,
      files,
    })
  }
  return { plan: answer.plan, converted: made.converted, resolved: made.deployPlan.resolved }
}

/** A secret that is made needs its value; one that a driver keeps has none. */
export function requireValues(plan: Plan, { secrets }: ConvertedStack, values: ReadonlyMap<string, Buffer>): void {
  const kept = new Set(secrets.filter(({ Driver }) => Driver).map(({ Name }) => Name))
  for (const step of plan.steps) {
    if (step.action !== 'create-secret' || kept.has(step.name) || values.has(step.name)) continue
    throw new AppError('value_needed', { kind: 'secret', name: step.name })
  }
}

import 'server-only'
import type { ConvertedStack, RefusedStack } from '@/lib/compose/convert-stack'
import type { Finding } from '@/lib/compose/finding'
import type { DeployPlanRequest, DeployProblem, PlannedDeploy, StackVariable } from '@/lib/contract/deploy'
import { convertGivenAside } from '@/lib/converter/converter'
import { changesWithValues } from '@/lib/deploy/changes-with-values'
import type { DeployWish, UndoneOperation } from '@/lib/deploy/deploy-context'
import type { GivenStack } from '@/lib/deploy/files/convert-given'
import { putBackFindings } from '@/lib/deploy/naming/put-back-findings'
import { type DeployPlan, planDeploy } from '@/lib/deploy/plan-deploy'
import { imagesToResolve, type Resolved } from '@/lib/deploy/resolved'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { leftBeOf } from '@/lib/operations/stacks/drift'
import { imageDigests } from '@/lib/operations/stacks/image-digests'
import type { FieldChange, Plan } from '@/lib/plan/plan'

export type StackWish = DeployPlanRequest & {
  stack: string
  /** A revision that is brought back. */
  restores?: { number: number; resolved: Resolved }
  /** The operation that this takes back. */
  undoes?: UndoneOperation
}

/** What the files make of the swarm as it is now, and what they were converted to, if they were. */
export type PlannedStack = {
  answer: PlannedDeploy
  made: { converted: ConvertedStack; deployPlan: DeployPlan } | null
}

/** Plans a deployment. Files that are missing or refused make an answer without steps, which says why. */
export async function planStack(wish: StackWish): Promise<PlannedStack> {
  const { given, variables } = await convertGivenAside({ ...wish, apiVersion: apiVersion() })
  const { result, wantedFiles, secretFiles } = given
  if ('refused' in result || wantedFiles.length > 0) return { answer: unplanned(wish, given, variables), made: null }
  const deployPlan = planDeploy(await deployWish(wish, result))
  const { plan, services, objects, problems } = deployPlan
  const parts = { services, objects, problems, variables, wantedFiles, secretFiles }
  const findings = [...result.findings, ...putBacksOf(wish, result)]
  const answer = { ...plannedChange(withOptions(plan, wish)), findings, ...parts }
  return { answer, made: { converted: result, deployPlan } }
}

/** Whoever brings a revision back wants what it names. */
function putBacksOf({ stack, restores }: StackWish, converted: ConvertedStack): Finding[] {
  return restores ? [] : putBackFindings({ stack, snapshot: live().snapshot(), converted })
}

/** What the plan would change of one service, with the values that it masks; nothing where there is no plan. */
export async function plannedValues(wish: StackWish, service: string): Promise<FieldChange[]> {
  const { given } = await convertGivenAside({ ...wish, apiVersion: apiVersion() })
  const { result, wantedFiles } = given
  if ('refused' in result || wantedFiles.length > 0) return []
  return changesWithValues(await deployWish(wish, result), service) ?? []
}

async function deployWish(wish: StackWish, converted: ConvertedStack): Promise<DeployWish> {
  const { stack, options, restores, undoes } = wish
  const asked = { stack, converted, snapshot: live().snapshot(), options }
  const images = restores ? new Map() : await imageDigests(imagesToResolve(asked))
  // Registries take their time: the swarm is looked at again.
  const snapshot = live().snapshot()
  const leftBe = leftBeOf(stack)
  return { ...asked, snapshot, images, leftBe, apiVersion: apiVersion(), restores, undoes }
}

export function apiVersion(): string {
  const known = live().swarm().apiVersion
  if (known) return known
  // Says why there is none.
  live().snapshot()
  throw new AppError('engine_unreachable', { reason: 'connecting' })
}

/** The executor looks for it there, and so does the digest of what is approved. */
function withOptions(plan: Plan, { options }: StackWish): Plan {
  if (options.onFailure !== 'undo') return plan
  return { ...plan, rollout: { atOnce: 1, onFailure: 'undo', watchMs: null, keepVersions: null } }
}

function unplanned(wish: StackWish, { result, wantedFiles, secretFiles }: GivenStack, variables: StackVariable[]) {
  const plan: Plan = {
    schema: 1,
    swarmId: live().snapshot().swarmId,
    title: { code: 'deploy-stack', params: { stack: wish.stack } },
    steps: [],
    notes: [],
    undoes: null,
    bodies: { revisionId: null, side: 'target' },
  }
  const refused = 'refused' in result ? result.refused : []
  return {
    ...plannedChange(plan),
    findings: [...refused, ...result.findings],
    problems: wantedFiles.length === 0 ? problemsOf(wish.stack, result) : [],
    ...{ services: [], objects: [], variables, wantedFiles, secretFiles },
  }
}

function problemsOf(stack: string, result: ConvertedStack | RefusedStack): DeployProblem[] {
  if (!('refused' in result)) return []
  const [{ file, line, column }] = result.refused
  const params = { name: stack, findings: result.refused.length }
  return [{ code: 'file_refused', params, kind: 'stack', name: stack, file, line, column, remedies: [] }]
}

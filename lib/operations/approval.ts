import 'server-only'
import { AppError } from '@/lib/errors/app-error'
import { canonicalJson, planDigest } from '@/lib/plan/digest'
import { fieldName, fieldSides } from '@/lib/plan/intent'
import { isUpdateStep, type Plan, type PlannedChange, type UpdateStep } from '@/lib/plan/plan'

const g = globalThis as typeof globalThis & { skepPlans?: Map<string, Plan> }

/** Enough for everybody who is looking at a plan; older ones can still be approved, only not compared. */
const keptPlans = 500

/** The answer of a `…/plan` call. The plan is kept, so that a refusal can say what has changed since it was shown. */
export function plannedChange(plan: Plan): PlannedChange {
  g.skepPlans ??= new Map()
  const digest = planDigest(plan)
  g.skepPlans.delete(digest)
  g.skepPlans.set(digest, plan)
  const [oldest] = g.skepPlans.keys()
  if (oldest !== undefined && g.skepPlans.size > keptPlans) g.skepPlans.delete(oldest)
  return { plan, digest }
}

/** Throws when the plan, made again, is not the one that was approved: with both values when the very field moved. */
export function assertApproved(plan: Plan, approvedDigest: string): void {
  const digest = planDigest(plan)
  if (digest === approvedDigest) return
  const approved = g.skepPlans?.get(approvedDigest)
  if (approved) assertSameFields(approved, plan)
  throw new AppError('plan_changed', { digest, ...(approved ? differences(approved, plan) : {}) })
}

/** A step whose field holds another value than the one that the person saw. */
function assertSameFields(approved: Plan, plan: Plan): void {
  for (const was of approved.steps.filter(isUpdateStep)) {
    const now = plan.steps.filter(isUpdateStep).find((step) => step.serviceId === was.serviceId)
    if (!now || valueBefore(was) === valueBefore(now)) continue
    const field = fieldName(was)
    throw new AppError('version_conflict', {
      service: was.serviceName,
      field,
      was: valueBefore(was),
      now: valueBefore(now),
    })
  }
}

function valueBefore(step: UpdateStep): string | number {
  return fieldSides(step).from
}

/** Lists of the same length and order: which part, its value in the approved plan, its value now. */
function differences(approved: Plan, plan: Plan): { parts: string[]; was: string[]; now: string[] } {
  const [before, after] = [partsOf(approved), partsOf(plan)]
  const parts = [...new Set([...before.keys(), ...after.keys()])].filter((part) => before.get(part) !== after.get(part))
  return {
    parts,
    was: parts.map((part) => before.get(part) ?? ''),
    now: parts.map((part) => after.get(part) ?? ''),
  }
}

/** Each single value of a plan by its path, the steps by the service or object that they are about. */
function partsOf(plan: Plan): Map<string, string> {
  const parts = new Map<string, string>()
  for (const step of plan.steps) {
    const { before: _before, after: _after, ...rest } = { before: '', after: '', ...step }
    collect('serviceName' in step ? step.serviceName : step.action, rest, parts)
  }
  return parts
}

function collect(path: string, value: unknown, into: Map<string, string>): void {
  if (typeof value !== 'object' || value === null)
    into.set(path, typeof value === 'string' ? value : canonicalJson(value))
  else for (const [key, member] of Object.entries(value)) collect(`${path}.${key}`, member, into)
}

'use client'

import { useEffect, useMemo } from 'react'
import { callApi } from '@/lib/browser/call-api'
import { usePlan } from '@/lib/browser/use-plan'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import type { FieldChange } from '@/lib/plan/plan'
import { planRequestOf } from './draft/deploy-request'
import { type Draft, fileOf, isBlank } from './draft/draft'
import type { DraftStore } from './draft/draft-store'
import { isStackName } from './draft/stack-name'

/** Between two words rather than between two letters: the whole stack is sent and converted each time. */
const settleMs = 350

/** While the stack has no name its files are looked at all the same; the plan then is not shown. */
const nameless = 'unnamed'

/** The plan of a draft, made anew as one types. What it tells about files is taken over into the draft. */
export function useDeployPlan(store: DraftStore, draft: Draft) {
  const body = useMemo(() => planRequestOf(draft, store.heldBytes), [draft, store])
  const name = isStackName(draft.stack) ? draft.stack : nameless
  const planned = usePlan<PlannedDeploy>(isBlank(draft) ? null : api.stackPlan(name), body, settleMs)

  const { answer } = planned
  useEffect(() => {
    if (answer) store.learn(answer)
  }, [answer, store])

  // It asks for contents that the page has: the next answer, with them, is on its way.
  const isAsking = answer?.wantedFiles.some((name) => hasContent(draft, name)) ?? false
  const valuesOf = (service: string) => callApi<FieldChange[]>('POST', api.stackPlanValues(name), { ...body, service })
  const shown = isAsking ? { ...planned, answer: null, plan: null, digest: null, pending: true } : planned
  return { ...shown, valuesOf }
}

function hasContent(draft: Draft, name: string): boolean {
  const kind = fileOf(draft, name)?.body.kind
  return kind === 'text' || kind === 'held'
}

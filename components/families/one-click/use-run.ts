'use client'

import { useEffect, useRef, useState } from 'react'
import { callApi } from '@/lib/browser/call-api'
import { useLive } from '@/lib/browser/use-live'
import type { PlannedRotation, StartedRotation } from '@/lib/contract/policies'
import { isAppError } from '@/lib/errors/app-error'
import { api } from '@/lib/paths/api'
import { base64FromBytes, bytesFromText } from '@/lib/rotation/content/text-bytes'
import { freeToBegin, isSameIntent, type ReadyRotation, readyRotation, servicesOf } from './ready'
import type { useGeneratedValues } from './use-generated-values'

type Begun = StartedRotation & { services: string[] }

/** Rotations that were applied: those that have begun or could not, and those that wait for a service. */
export type Run = { begun: readonly Begun[]; waiting: readonly ReadyRotation[] }

/**
 * Begins rotations, each when no other of them changes its services any more: an operation has its services for itself.
 * What waits has been sent nowhere; its value is still here alone.
 */
export function useRun(values: ReturnType<typeof useGeneratedValues>) {
  const [run, setRun] = useState<Run | null>(null)
  const { view } = useLive('operations', null)
  const isSending = useRef(false)

  const isOver = ({ operationId }: Begun) =>
    operationId === null || (view?.rows.find(({ id }) => id === operationId)?.endedAt ?? null) !== null
  const busy = run?.begun.filter((one) => !isOver(one)).flatMap(({ services }) => services) ?? []
  const next = freeToBegin(run?.waiting ?? [], busy)
  const isFirst = run?.begun.length === 0

  useEffect(() => {
    if (next.length === 0 || isSending.current) return
    isSending.current = true
    const send = async () => {
      const answer = await begin(next, { planAgain: !isFirst, values })
      isSending.current = false
      setRun((last) => last && withAnswer(last, next, answer))
    }
    void send()
  })
  return {
    run,
    start: (rotations: readonly ReadyRotation[]) => setRun({ begun: [], waiting: rotations }),
    stop: () => setRun(null),
  }
}

function withAnswer({ begun, waiting }: Run, sent: readonly ReadyRotation[], answer: readonly StartedRotation[]): Run {
  const services = (name: string) => sent.filter((one) => one.name === name).flatMap(servicesOf)
  return {
    begun: [...begun, ...answer.map((one) => ({ ...one, services: services(one.name) }))],
    waiting: waiting.filter((one) => !sent.includes(one)),
  }
}

type How = { planAgain: boolean; values: ReturnType<typeof useGeneratedValues> }

/** One answer for each; what fails as a whole has failed for each. */
async function begin(rotations: readonly ReadyRotation[], { planAgain, values }: How): Promise<StartedRotation[]> {
  try {
    const { same, others } = planAgain ? await plannedAgain(rotations) : { same: rotations, others: [] }
    const items = same.map((one) => itemOf(one, values.readValue(one.name, one.recipe)))
    const answer = items.length > 0 ? await callApi<StartedRotation[]>('POST', api.rotations(), { items }) : []
    for (const { name, operationId } of answer) if (operationId !== null) values.forget(name)
    return [...answer, ...others.map((one) => notBegun(one, 'plan_changed'))]
  } catch (error) {
    return rotations.map((one) => notBegun(one, isAppError(error) ? error.code : 'unexpected'))
  }
}

/** The rotation before has changed the specs, and with them every digest; what was approved is the intent. */
async function plannedAgain(rotations: readonly ReadyRotation[]) {
  const names = rotations.map(({ name }) => name)
  const planned = await callApi<PlannedRotation[]>('POST', api.rotationsPlan(), { names })
  const again = planned.map(readyRotation)
  const same = rotations.flatMap((one) => again.filter((other) => other?.name === one.name && isSameIntent(one, other)))
  return {
    same: same.filter((one) => one !== null),
    others: rotations.filter(({ name }) => !same.some((one) => one?.name === name)),
  }
}

function notBegun({ name }: ReadyRotation, code: NonNullable<StartedRotation['problem']>['code']): StartedRotation {
  return { name, operationId: null, problem: { code, params: {} } }
}

function itemOf({ name, successor, digest }: ReadyRotation, value: string) {
  return { name, successor, planDigest: digest, valueBase64: base64FromBytes(bytesFromText(value, false)) }
}

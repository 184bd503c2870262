'use client'

import { useState } from 'react'
import { useRolloutUrl } from '@/components/plan/rollout/use-rollout-url'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { OperationView } from '@/lib/contract/operations'
import { chosenToText, chosenUsers, type RotationUser, restingUsersOf, type UsedVersion, usersOf } from './chosen-users'

/** What of a rotation is in the URL: whom to change and how, the name, and the operation once it was begun. */
export function useRotationUrl(family: { kind: DataObjectKind; name: string }, versions: readonly UsedVersion[]) {
  const [services, setServices] = useSearchParam('services')
  const [typedName, setTypedName] = useSearchParam('name')
  const [rollout, setRollout] = useRolloutUrl(family)
  const [operationId, setOperationId] = useSearchParam('operation', '', { push: true })
  const [started, setStarted] = useState<OperationView | null>(null)
  const users = usersOf(family.name, versions)
  const chosen = chosenUsers(users, services)
  return {
    users,
    resting: restingUsersOf(family.name, versions),
    chosen,
    choose: (next: RotationUser[]) => setServices(chosenToText(users, next)),
    typedName,
    setTypedName,
    rollout,
    setRollout,
    operationId,
    started: started?.id === operationId ? started : null,
    begin: (operation: OperationView) => {
      setStarted(operation)
      setOperationId(operation.id)
    },
    beginAgain: () => {
      setTypedName('')
      setOperationId('')
    },
    /** The part of the request that both kinds share. */
    wish: {
      ...(typedName !== '' && { name: typedName }),
      ...(services !== '' && { serviceIds: chosen.map((user) => user.serviceId) }),
      rollout,
    },
  }
}

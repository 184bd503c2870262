'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Action } from '@/lib/contract/actions'
import type { CurrentUser } from '@/lib/contract/session'

const Context = createContext<CurrentUser | null>(null)

/** Tells the signed-in pages who looks at them. */
export function CurrentUserProvider({ user, children }: { user: CurrentUser; children: ReactNode }) {
  return <Context value={user}>{children}</Context>
}

export function useCurrentUser(): CurrentUser {
  const user = useContext(Context)
  if (!user) throw new Error('useCurrentUser() works on signed-in pages only')
  return user
}

/** Whether to offer an action; the server decides again. */
export function useMay(action: Action): boolean {
  return useCurrentUser().may.includes(action)
}

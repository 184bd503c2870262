'use client'

import { RemoveVersion } from '@/components/plan/versions/remove-version'
import { useLive } from '@/lib/browser/use-live'
import type { ViewOf } from '@/lib/contract/topics'

/** For the head of a secret's page: removes this version, when nothing needs it any more. */
export function RemoveSecret({ name, initial }: { name: string; initial: ViewOf<`secret:${string}`> }) {
  const { document: secret } = useLive(`secret:${name}`, initial).view
  return secret && <RemoveVersion kind="secret" name={name} blockers={secret.blockers} />
}

'use client'

import { useCodedText } from '@/lib/browser/use-coded-text'
import type { Reason } from '@/lib/contract/reason'

/** Why something is as it is, as a sentence. The engine's own words in it are never shortened. */
export function ReasonText({ reason }: { reason: Reason | null }) {
  const say = useCodedText('reasons')
  return reason ? <span className="wrap-anywhere">{say(reason.code, reason.params)}</span> : null
}

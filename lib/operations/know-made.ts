import 'server-only'
import { isAppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { InspectedKind } from '@/lib/live/watch/questions'
import type { OperationRun } from './record/operation-run'
import type { StepRecord } from './record/step-record'

/**
 * Asks for those objects that the operation made and that are not known yet, since their events are still on the way: a plan
 * that is made right after it would want to make them again. Services need not wait for this, so it comes after them.
 */
export async function knowWhatWasMade({ steps }: OperationRun): Promise<void> {
  const unknown = steps.flatMap((record) => madeBy(record) ?? []).filter((made) => !isKnown(made))
  const looks = await Promise.allSettled(unknown.map(({ kind, id }) => live().refresh(kind, id)))
  for (const look of looks) {
    // An engine that does not answer now is listed anew when it does.
    if (look.status === 'rejected' && !isAppError(look.reason)) throw look.reason
  }
}

type Made = { kind: InspectedKind; id: string }

/** Nothing is, as long as the engine has not answered since we began. */
function isKnown({ kind, id }: Made): boolean {
  return live().stamp().asOf > 0 && live().snapshot()[kind].has(id)
}

const kinds: Partial<Record<string, InspectedKind>> = {
  'create-network': 'network',
  'create-config': 'config',
  'create-secret': 'secret',
}

function madeBy({ step, memo }: StepRecord): Made | null {
  const kind = kinds[step.action]
  return kind && memo.objectId ? { kind, id: memo.objectId } : null
}

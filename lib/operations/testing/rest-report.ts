import type { OperationView } from '@/lib/contract/operations'
import { findOperationView } from '@/lib/operations/record/find-view'
import { listAudit } from '@/lib/store/audit'
import { listOperations, type StoredRun } from '@/lib/store/operations'
import { verifyAudit } from '@/lib/store/verify-audit'

export type RestReport = {
  operations: OperationView[]
  audit: string[]
  brokenAt: number | null
  /** Contents that are still stored. */
  keptPayloads: number
}

/** What the database says once no operation moves any more. */
export async function restReport(): Promise<RestReport> {
  let stored: StoredRun[]
  do {
    await new Promise((resolve) => setTimeout(resolve, 50))
    stored = await listOperations(10)
  } while (stored.some(({ operation }) => operation.state === 'planned' || operation.state === 'running'))
  return {
    operations: await Promise.all(stored.map(({ operation }) => findOperationView(operation.id))),
    audit: (await listAudit({ limit: 50 })).map(({ action, result }) => `${action} ${result}`).toReversed(),
    brokenAt: (await verifyAudit()).brokenAt,
    keptPayloads: stored.flatMap(({ steps }) => steps).filter((step) => step.payload !== null).length,
  }
}

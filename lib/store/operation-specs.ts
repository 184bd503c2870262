import 'server-only'
import { seal, unseal } from './sealed'
import { store, type Trx } from './store'

/** Keeps the specs that an operation replaces, through the transaction that records it. */
export async function insertOperationSpecs(trx: Trx, operationId: string, specs: string): Promise<void> {
  const sealed = seal(specs, placeOf(operationId))
  await trx.insertInto('operationSpecs').values({ operationId, specs: sealed }).execute()
}

export async function findOperationSpecs(operationId: string): Promise<string | null> {
  const row = await store()
    .selectFrom('operationSpecs')
    .select('specs')
    .where('operationId', '=', operationId)
    .executeTakeFirst()
  return row ? unseal(row.specs, placeOf(operationId)).toString('utf8') : null
}

function placeOf(operationId: string): string {
  return `operation ${operationId} specs`
}

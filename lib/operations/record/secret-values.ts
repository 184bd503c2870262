import 'server-only'

type Values = Map<string, Buffer>

const g = globalThis as typeof globalThis & { skepSecretValues?: Map<string, Values> }

function all(): Map<string, Values> {
  g.skepSecretValues ??= new Map()
  return g.skepSecretValues
}

/** Keeps the values for secrets that an operation is to make, by their names. Only here, in memory, and only until then. */
export function keepValues(operationId: string, values: ReadonlyMap<string, Buffer>): void {
  if (values.size > 0) all().set(operationId, new Map([...(all().get(operationId) ?? []), ...values]))
}

export function secretValueOf(operationId: string, name: string): Buffer | null {
  return all().get(operationId)?.get(name) ?? null
}

/** Overwrites the bytes; a dump of the process made later does not have them, at least not here. */
export function forgetValue(operationId: string, name: string): void {
  const values = all().get(operationId)
  values?.get(name)?.fill(0)
  values?.delete(name)
  if (values?.size === 0) all().delete(operationId)
}

export function forgetValues(operationId: string): void {
  for (const name of [...(all().get(operationId)?.keys() ?? [])]) forgetValue(operationId, name)
}

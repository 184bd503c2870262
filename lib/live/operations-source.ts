import type { OperationView } from '@/lib/contract/operations'

/**
 * What the topics `operations` and `operation:ID` show. Answers come from memory, as all views do: whoever keeps the
 * operations holds those that are under way and the last finished ones.
 */
export type OperationsSource = {
  rows: () => OperationView[]
  row: (id: string) => OperationView | null
  /** Tells the ids of operations that look different now. */
  onChange: (listener: (ids: readonly string[]) => void) => () => void
}

export const noOperations: OperationsSource = { rows: () => [], row: () => null, onChange: () => () => undefined }

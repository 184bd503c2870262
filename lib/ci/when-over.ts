import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import { operationsSource } from '@/lib/operations/record/feed'
import { findOperationView } from '@/lib/operations/record/find-view'
import { isOver } from './outcome'

/** An operation that another process carries out is heard of in the database alone. */
const lookEveryMs = 2_000

export type End = {
  operation: OperationView
  /** The operation that took it back. */
  wayBack: OperationView | null
}

/** Waits until an operation has come to an end, or to a question that only a person can answer. */
export async function whenOver(id: string): Promise<OperationView> {
  const heard = listenTo(id)
  try {
    for (;;) {
      const next = heard.next()
      const view = await findOperationView(id)
      if (isOver(view.state)) return view
      await next
    }
  } finally {
    heard.end()
  }
}

/** `next()` resolves when an operation is said to be over, or after a while. Each of its steps makes news on the way. */
function listenTo(id: string) {
  let timer: NodeJS.Timeout | undefined
  let wake = () => {}
  const source = operationsSource(() => '')
  const stop = source.onChange((ids) => {
    const said = ids.includes(id) && source.row(id)
    if (said && isOver(said.state)) wake()
  })
  return {
    next: () =>
      new Promise<void>((resolve) => {
        clearTimeout(timer)
        timer = setTimeout(resolve, lookEveryMs)
        wake = resolve
      }),
    end: () => {
      stop()
      clearTimeout(timer)
    },
  }
}

/** Waits for the end of a deployment, and of the operation that takes it back where there is one. */
export async function settle(id: string): Promise<End> {
  const operation = await whenOver(id)
  if (operation.undoneBy === null) return { operation, wayBack: null }
  const wayBack = await whenOver(operation.undoneBy)
  return { operation: await findOperationView(id), wayBack }
}

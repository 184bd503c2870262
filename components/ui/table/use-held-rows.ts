'use client'

import { type PointerEvent, useMemo, useState } from 'react'
import { type HeldRows, holdRows } from './hold-rows'

type Hold<Row> = { arrangement: string; rows: readonly Row[] }

/**
 * The rows to draw: the current ones, or while the mouse is over them the ones that it came upon (see hold-rows.ts).
 * Another `arrangement` (sort and filter, as text) ends the hold, since the person asked for it.
 */
export function useHeldRows<Row>(current: readonly Row[], arrangement: string, idOf: (row: Row) => string) {
  const [hold, setHold] = useState<Hold<Row> | null>(null)
  const held = hold?.arrangement === arrangement ? hold.rows : null

  const shown = useMemo<HeldRows<Row>>(
    () => (held ? holdRows(held, current, idOf) : { rows: current, gone: new Set(), newcomers: 0 }),
    [held, current, idOf],
  )
  return {
    ...shown,
    /** Takes in what is new, and holds again. */
    catchUp: () => setHold({ arrangement, rows: current }),
    holding: {
      onPointerEnter: (event: PointerEvent) => {
        if (event.pointerType === 'mouse') setHold({ arrangement, rows: current })
      },
      onPointerLeave: () => setHold(null),
    },
  }
}

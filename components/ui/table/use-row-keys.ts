'use client'

import { type RefObject, useEffect } from 'react'
import { isTyping } from '@/lib/browser/is-typing'

/**
 * j and k go through the rows of a table. The keys belong to the table that has the focus, else to the first one of the
 * page. `goTo` brings a row into view, since in a long list it may not be drawn yet.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>, rowCount: number, goTo: (index: number) => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key]
      if (!step || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      const owner = ownerOf(event.target)
      if (!body.current || owner !== body.current || rowCount === 0) return
      event.preventDefault()
      const next = Math.min(rowCount - 1, Math.max(0, indexOf(event.target) + step))
      goTo(next)
      // After the row was drawn.
      requestAnimationFrame(() => focusRow(body.current, next))
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [body, rowCount, goTo])
}

function ownerOf(target: EventTarget | null): Element | null {
  const inside = target instanceof Element ? target.closest('[data-row-keys]') : null
  return inside ?? document.querySelector('[data-row-keys]')
}

/** Before the first row when no row has the focus, so that the first j goes to it. */
function indexOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : -1
}

function focusRow(body: HTMLElement | null, index: number) {
  const row = body?.querySelector<HTMLElement>(`[data-index="${index}"]`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

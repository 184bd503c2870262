'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

/** From here on only the rows in sight are drawn. */
const longFrom = 100

/** What the server draws of a long list, before a browser knows its height. */
const firstRows = 40

/** A row with one line of 20 px, its padding and its border; real rows are measured. */
const estimatedRowPx = 37

/** Which rows to draw of a list that may be long, and how much room to leave for those before and after. */
export function useVisibleRows(body: RefObject<HTMLElement | null>, rowCount: number) {
  const [scrollMargin, setScrollMargin] = useState(0)
  const isLong = rowCount > longFrom

  const virtualizer = useWindowVirtualizer({
    count: rowCount,
    enabled: isLong,
    estimateSize: () => estimatedRowPx,
    overscan: 12,
    scrollMargin,
    scrollPaddingStart: 96,
  })

  // What stands above the list may come and go, and then the page's height changes.
  useLayoutEffect(() => {
    const takePlace = () => {
      const top = body.current?.getBoundingClientRect().top
      if (top !== undefined) setScrollMargin(Math.round(top + window.scrollY))
    }
    const observer = new ResizeObserver(takePlace)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [body])

  const goTo = useCallback(
    (index: number) => {
      if (isLong) virtualizer.scrollToIndex(index)
    },
    [isLong, virtualizer],
  )

  if (!isLong) return { indexes: countUp(rowCount), before: 0, after: 0, measure: null, goTo }
  const items = virtualizer.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  if (!first || !last) {
    const drawn = Math.min(rowCount, firstRows)
    return { indexes: countUp(drawn), before: 0, after: (rowCount - drawn) * estimatedRowPx, measure: null, goTo }
  }
  return {
    indexes: items.map((item) => item.index),
    before: first.start - scrollMargin,
    after: virtualizer.getTotalSize() - (last.end - scrollMargin),
    measure: virtualizer.measureElement,
    goTo,
  }
}

function countUp(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { scrollable } from '@/components/ui/scrollable'

type Props = {
  count: number
  label: string
  /** One line, of exactly 20 px. */
  renderLine: (index: number) => ReactNode
  /** A line to bring into view whenever it changes. */
  goTo?: number | null
}

const lineHeightPx = 20

/** Lines by the ten thousand, of which only those in sight are drawn. */
export function VirtualLines({ count, label, renderLine, goTo = null }: Props) {
  const scroller = useRef<HTMLElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeightPx,
    overscan: 20,
  })

  useEffect(() => {
    if (goTo !== null) virtualizer.scrollToIndex(goTo, { align: 'center' })
  }, [goTo, virtualizer])

  return (
    <figure
      ref={scroller}
      aria-label={label}
      {...scrollable}
      className="max-h-[70vh] overflow-auto rounded-lg border border-line bg-sunken py-2 font-mono text-sm [font-variant-ligatures:none]"
    >
      <div className="relative min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div key={item.key} className="absolute left-0 h-5 min-w-full whitespace-pre" style={{ top: item.start }}>
            {renderLine(item.index)}
          </div>
        ))}
      </div>
    </figure>
  )
}

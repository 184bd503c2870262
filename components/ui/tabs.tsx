'use client'

import { Tabs as Radix } from 'radix-ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSearchParam } from '@/lib/browser/use-search-param'

export type Tab = { id: string; label: string; count?: number; content: ReactNode }

type Props = {
  /** What the tabs are about, for screen readers. */
  label: string
  tabs: readonly [Tab, ...Tab[]]
  /** The search parameter that holds the open tab. The first tab is the one without it. */
  param?: string
}

/** Tabs whose open one is in the URL. Only the open one is drawn. */
export function Tabs({ label, tabs, param = 'tab' }: Props) {
  const [asked, setOpen] = useSearchParam(param, tabs[0].id)
  const open = tabs.find((tab) => tab.id === asked) ?? tabs[0]
  const list = useRef<HTMLDivElement>(null)

  // On a phone a link may lead to a tab that is beyond the edge. Only the bar scrolls, never the page.
  useEffect(() => {
    const trigger = list.current?.querySelector<HTMLElement>(`[data-tab="${open.id}"]`)
    if (!list.current || !trigger) return
    // Measured from the bar, which is positioned.
    const end = trigger.offsetLeft + trigger.offsetWidth
    if (end > list.current.clientWidth) list.current.scrollLeft = end - list.current.clientWidth
  }, [open.id])

  return (
    <Radix.Root value={open.id} onValueChange={setOpen}>
      <Radix.List
        ref={list}
        aria-label={label}
        className="relative flex gap-5 overflow-x-auto shadow-[inset_0_-1px_var(--line)]"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            data-tab={tab.id}
            className="flex h-9 shrink-0 items-center gap-1.5 border-transparent border-b-2 text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent-solid data-[state=active]:text-ink pointer-coarse:h-11"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-faint text-xs tabular-nums">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content value={open.id} tabIndex={-1} className="pt-4">
        {open.content}
      </Radix.Content>
    </Radix.Root>
  )
}

'use client'

import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'

type Props = {
  summary: ReactNode
  children: ReactNode
  isOpenAtFirst?: boolean
  className?: string
}

/** More about something, folded away until it is asked for. */
export function Disclosure({ summary, children, isOpenAtFirst = false, className }: Props) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  return (
    <div className={className}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="-ml-1 flex max-w-full items-center gap-1 rounded-sm pr-1 text-left text-muted text-sm transition-colors hover:text-ink pointer-coarse:min-h-10"
      >
        <ChevronRight aria-hidden className={clsx('size-3.5 shrink-0 transition-transform', isOpen && 'rotate-90')} />
        <span className="min-w-0">{summary}</span>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <div className="mt-1.5 pl-3.5">{children}</div>}
      </div>
    </div>
  )
}

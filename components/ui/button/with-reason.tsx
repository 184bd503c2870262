'use client'

import { type MouseEvent, type ReactNode, useId, useState } from 'react'
import { Tooltip } from '@/components/ui/tooltip'

/** What a control gets that cannot be used now, but can still be focused and asked why. */
export type DisabledProps = {
  'aria-disabled': true
  'aria-describedby': string
  onClick: (event: MouseEvent) => void
}

type Props = { reason: string; children: (props: DisabledProps) => ReactNode }

/**
 * Gives a disabled control its reason: as a tooltip on hover and focus, on a tap too (where there is no hover), and as a
 * description that screen readers always have.
 */
export function WithReason({ reason, children }: Props) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const explain = (event: MouseEvent) => {
    event.preventDefault()
    setIsOpen(true)
  }
  return (
    <>
      <Tooltip content={reason} open={isOpen} onOpenChange={setIsOpen}>
        {children({ 'aria-disabled': true, 'aria-describedby': id, onClick: explain })}
      </Tooltip>
      <span id={id} hidden>
        {reason}
      </span>
    </>
  )
}

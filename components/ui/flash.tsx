'use client'

import { type ReactNode, useState } from 'react'

/** Flashes its ground once when `value` changes, so that a number that moved is noticed. */
export function Flash({ value, children }: { value: string | number; children: ReactNode }) {
  const [first] = useState(value)
  const [hasChanged, setHasChanged] = useState(false)
  if (!hasChanged && value !== first) setHasChanged(true)
  return (
    <span key={value} className={hasChanged ? 'animate-flash rounded-sm' : undefined}>
      {children}
    </span>
  )
}

'use client'

import { useEffect, useState } from 'react'

/** What has been typed, once the typing has come to rest, so that not every letter asks the server. */
export function useSettled(text: string, settleMs = 250): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs)
    return () => clearTimeout(timer)
  }, [text, settleMs])
  return settled
}

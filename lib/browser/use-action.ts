'use client'

import { useCallback, useRef, useState } from 'react'

/**
 * Something that a person sets off. `run` never throws: it returns the result, or undefined after a failure, which is then
 * in `error`. While one is under way another `run` does nothing, so that a double click acts once.
 */
export function useAction<Args extends unknown[], Result>(action: (...args: Args) => Promise<Result>) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isRunning = useRef(false)

  const run = async (...args: Args): Promise<Result | undefined> => {
    if (isRunning.current) return undefined
    isRunning.current = true
    setPending(true)
    setError(null)
    try {
      return await action(...args)
    } catch (reason) {
      setError(reason)
      return undefined
    } finally {
      isRunning.current = false
      setPending(false)
    }
  }

  const reset = useCallback(() => setError(null), [])
  return { run, pending, error, reset }
}

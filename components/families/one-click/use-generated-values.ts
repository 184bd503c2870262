'use client'

import { useRef } from 'react'
import { generateSecret, type SecretRecipe } from '@/lib/rotation/value/generate-secret'

/**
 * Values made in this browser, each when it is first asked for. They are held in a reference and in no state, which React
 * would keep for longer than one would think, and are forgotten once they have been taken.
 */
export function useGeneratedValues() {
  const values = useRef(new Map<string, string>())
  return {
    readValue: (name: string, recipe: SecretRecipe): string => {
      const value = values.current.get(name) ?? generateSecret(recipe)
      values.current.set(name, value)
      return value
    },
    forget: (name: string) => values.current.delete(name),
  }
}

'use client'

import { useRef, useState } from 'react'

/** What the page may know about a value without having it: where it came from and how many bytes it has. */
export type ValueFacts = { sizeBytes: number; fileName: string | null }

const none: ValueFacts = { sizeBytes: 0, fileName: null }

/**
 * Holds a secret's value outside of React's state: a typed one in its field alone, an uploaded one in a reference. React
 * keeps old states for longer than one would think, and shows them to whoever opens its tools.
 */
export function useSecretBytes() {
  const field = useRef<HTMLTextAreaElement>(null)
  const file = useRef<Uint8Array | null>(null)
  const [facts, setFacts] = useState(none)
  const [addsLineFeed, setAddsLineFeed] = useState(false)

  const typed = (withLineFeed: boolean) => {
    const text = field.current?.value ?? ''
    return new TextEncoder().encode(withLineFeed && text !== '' ? `${text}\n` : text)
  }
  const measure = (withLineFeed = addsLineFeed) => {
    setFacts({ sizeBytes: typed(withLineFeed).length, fileName: null })
  }
  const clear = () => {
    if (field.current) field.current.value = ''
    file.current = null
    setFacts(none)
  }

  return {
    field,
    facts,
    addsLineFeed,
    measure,
    clear,
    /** Exactly the bytes to send. */
    read: () => file.current ?? typed(addsLineFeed),
    text: () => field.current?.value ?? '',
    setAddsLineFeed: (adds: boolean) => {
      setAddsLineFeed(adds)
      measure(adds)
    },
    write: (text: string) => {
      if (field.current) field.current.value = text
      measure()
    },
    upload: async (upload: File) => {
      clear()
      file.current = new Uint8Array(await upload.arrayBuffer())
      setFacts({ sizeBytes: file.current.length, fileName: upload.name })
    },
  }
}

export type SecretBytes = ReturnType<typeof useSecretBytes>

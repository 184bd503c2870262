'use client'

import { useRef, useState } from 'react'

/** What the page may know about a value without having it: where it came from and how many bytes it has. */
export type ValueFacts = { sizeBytes: number; fileName: string | null; addsLineFeed: boolean }

const nothing: ValueFacts = { sizeBytes: 0, fileName: null, addsLineFeed: false }

/**
 * Holds a secret's value outside of React's state: a typed one in its field alone, an uploaded one in a reference. React
 * keeps old states for longer than one would think, and shows them to whoever opens its tools.
 */
export function useSecretBytes() {
  const field = useRef<HTMLTextAreaElement>(null)
  const file = useRef<Uint8Array | null>(null)
  const [facts, setFacts] = useState(nothing)

  const typed = (addsLineFeed: boolean) => {
    const text = field.current?.value ?? ''
    return new TextEncoder().encode(addsLineFeed && text !== '' ? `${text}\n` : text)
  }
  const measure = (addsLineFeed = facts.addsLineFeed) => {
    setFacts({ sizeBytes: typed(addsLineFeed).length, fileName: null, addsLineFeed })
  }
  const clear = () => {
    if (field.current) field.current.value = ''
    file.current = null
    setFacts({ ...nothing, addsLineFeed: facts.addsLineFeed })
  }
  const control = {
    measure,
    clear,
    /** Exactly the bytes to send. */
    read: () => file.current ?? typed(facts.addsLineFeed),
    text: () => field.current?.value ?? '',
    write: (text: string) => {
      if (field.current) field.current.value = text
      measure()
    },
    upload: async (upload: File) => {
      const bytes = new Uint8Array(await upload.arrayBuffer())
      if (field.current) field.current.value = ''
      file.current = bytes
      setFacts({ ...nothing, sizeBytes: bytes.length, fileName: upload.name })
    },
  }
  return { facts, control, fieldRef: field }
}

export type SecretValue = ReturnType<typeof useSecretBytes>

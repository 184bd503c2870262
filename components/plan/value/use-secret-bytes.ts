'use client'

import { useRef, useState } from 'react'

/** What the page may know about a value without having it: where it came from and how many bytes it has. */
export type ValueFacts = { sizeBytes: number; fileName: string | null; addsLineFeed: boolean; isSubmitted: boolean }

const nothing: ValueFacts = { sizeBytes: 0, fileName: null, addsLineFeed: false, isSubmitted: false }

/**
 * Holds a secret's value outside of React's state: a typed one in its field alone, an uploaded or submitted one in a
 * reference. React keeps old states for longer than one would think, and shows them to whoever opens its tools.
 */
export function useSecretBytes() {
  const field = useRef<HTMLTextAreaElement>(null)
  const bytes = useRef<Uint8Array | null>(null)
  const [facts, setFacts] = useState(nothing)

  const typed = (addsLineFeed: boolean) => {
    const text = field.current?.value ?? ''
    return new TextEncoder().encode(addsLineFeed && text !== '' ? `${text}\n` : text)
  }
  // What is in the field is the value from now on, whatever was held before.
  const measure = (addsLineFeed = facts.addsLineFeed) => {
    bytes.current = null
    setFacts({ ...nothing, sizeBytes: typed(addsLineFeed).length, addsLineFeed })
  }
  const hold = (held: Uint8Array | null) => {
    if (field.current) field.current.value = ''
    bytes.current = held
  }
  const clear = () => {
    hold(null)
    setFacts({ ...nothing, addsLineFeed: facts.addsLineFeed })
  }
  const read = () => bytes.current ?? typed(facts.addsLineFeed)
  const control = {
    measure,
    clear,
    /** Exactly the bytes to send, when they stay in the browser. */
    read,
    /** The same, for a request. From now on they are in no field: after a refusal they can be sent again, but not seen. */
    submit: () => {
      const submitted = read()
      hold(submitted)
      setFacts({ ...facts, isSubmitted: true })
      return submitted
    },
    text: () => field.current?.value ?? '',
    write: (text: string) => {
      if (field.current) field.current.value = text
      measure()
    },
    upload: async (upload: File) => {
      const uploaded = new Uint8Array(await upload.arrayBuffer())
      hold(uploaded)
      setFacts({ ...nothing, sizeBytes: uploaded.length, fileName: upload.name })
    },
  }
  return { facts, control, fieldRef: field }
}

export type SecretValue = ReturnType<typeof useSecretBytes>

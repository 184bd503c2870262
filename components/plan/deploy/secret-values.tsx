'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SecretValueField } from '@/components/plan/value/secret-value-field'
import { useSecretBytes } from '@/components/plan/value/use-secret-bytes'
import { base64FromBytes } from '@/lib/rotation/content/text-bytes'

/** Values of several secrets, each in its own field: here it is only known whether there is one, and how to read it. */
export function useSecretValues() {
  const readers = useRef(new Map<string, () => Uint8Array>())
  const [given, setGiven] = useState<Readonly<Record<string, boolean>>>({})
  return {
    isGiven: (name: string) => given[name] ?? false,
    /** In base64, by name, for the one request that carries them. */
    read: (names: readonly string[]) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const reader = readers.current.get(name)
          return reader ? [[name, base64FromBytes(reader())]] : []
        }),
      ),
    tell: (name: string, reader: () => Uint8Array, isGiven: boolean) => {
      readers.current.set(name, reader)
      setGiven((before) => ((before[name] ?? false) === isGiven ? before : { ...before, [name]: isGiven }))
    },
  }
}

/** The value of a secret that has to be made again: Skep keeps none. */
export function SecretValue({ name, values }: { name: string; values: ReturnType<typeof useSecretValues> }) {
  const t = useTranslations('revisions.rollBack')
  const id = useId()
  const value = useSecretBytes()
  const isGiven = value.facts.sizeBytes > 0

  useEffect(() => {
    values.tell(name, value.control.submit, isGiven)
  })

  return (
    <section aria-labelledby={id} className="rounded-lg border border-line p-4">
      <h3 id={id} className="mb-2 font-medium">
        {t('value', { name })}
      </h3>
      <SecretValueField {...value} />
    </section>
  )
}

'use client'

import { useState } from 'react'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { RegistryRow } from '@/lib/contract/registries'
import { api } from '@/lib/paths/api'

/** What is typed, and what can be done with it: try it, or keep it. */
export function useRegistryForm(replaced: RegistryRow | null, onSaved: () => void) {
  const [values, setValues] = useState({
    host: replaced?.host ?? '',
    username: replaced?.username ?? '',
    password: '',
  })
  const save = useAction(async () => {
    await callApi('PUT', api.registries(), values)
    onSaved()
  })
  const test = useAction(async () => {
    await callApi('POST', api.registryLogin(), values)
    return 'accepted'
  })
  const change = (field: keyof typeof values, value: string) => setValues((last) => ({ ...last, [field]: value }))
  return {
    values,
    change,
    save: () => {
      test.reset()
      void save.run()
    },
    isSaving: save.pending,
    /** Whether the registry took them. */
    test: async () => {
      save.reset()
      return (await test.run()) === 'accepted'
    },
    isTesting: test.pending,
    error: save.error ?? test.error,
  }
}

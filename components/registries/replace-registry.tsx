'use client'

import type { RegistryDialogProps } from './check-login'
import { RegistryForm } from './registry-form'

/** New credentials for a registry, in the place of those that there are. */
export function ReplaceRegistry({ registry, onClose, onChanged }: RegistryDialogProps) {
  return <RegistryForm replaced={registry} onClose={onClose} onSaved={onChanged} />
}

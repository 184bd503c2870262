import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field'
import { inputStyle } from './input-style'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'className' | 'children'> & { mono?: boolean }

/** One line of text. `mono` for names and identifiers. */
export function TextField({ label, hint, error, hideLabel, className, mono, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(control) => (
        <input
          type="text"
          {...input}
          {...control}
          className={inputStyle(clsx('h-8 pointer-coarse:h-10', mono && 'font-mono'))}
        />
      )}
    </Field>
  )
}

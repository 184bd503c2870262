import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field'
import { inputStyle } from './input-style'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'className' | 'children'> & { mono?: boolean }

/** Several lines of text. Grows with what is typed where the browser can, up to half the window. */
export function TextArea({ label, hint, error, hideLabel, className, mono, rows = 4, ...area }: Props) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(control) => (
        <textarea
          spellCheck={!mono}
          {...area}
          {...control}
          rows={rows}
          className={inputStyle(clsx('field-sizing-content max-h-[50vh] min-h-20 py-1.5', mono && 'font-mono'))}
        />
      )}
    </Field>
  )
}

import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field'
import { inputStyle } from './input-style'

export type Option = { value: string; label: string; disabled?: boolean }

type Props = FieldProps &
  Omit<ComponentProps<'select'>, 'className' | 'children' | 'onChange' | 'value'> & {
    value: string
    options: readonly Option[]
    onChange: (value: string) => void
  }

/** One of a few. The browser's own list, which every phone and screen reader knows how to show. */
export function Select({ label, hint, error, hideLabel, className, options, onChange, ...select }: Props) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(control) => (
        <span className="relative flex items-center">
          <select
            {...select}
            {...control}
            onChange={(event) => onChange(event.target.value)}
            className={inputStyle(clsx('h-8 appearance-none pr-8 pointer-coarse:h-10'))}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-3.5 text-muted" />
        </span>
      )}
    </Field>
  )
}

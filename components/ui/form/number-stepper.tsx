'use client'

import { clsx } from 'clsx'
import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Field, type FieldProps } from './field'
import { inputStyle } from './input-style'

type Props = FieldProps & {
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  disabled?: boolean
}

/** A whole number with − and +. While it is empty or out of bounds, `onChange` is not called. */
export function NumberStepper({ value, onChange, min = 0, max = Number.MAX_SAFE_INTEGER, disabled, ...field }: Props) {
  const t = useTranslations('ui.stepper')
  // What is typed, while it is not (yet) a number that we can take.
  const [draft, setDraft] = useState<string | null>(null)

  const take = (next: number) => {
    setDraft(null)
    onChange(Math.min(max, Math.max(min, next)))
  }
  const type = (text: string) => {
    const number = Number(text)
    const isTaken = /^\d+$/.test(text) && number >= min && number <= max
    setDraft(isTaken ? null : text)
    if (isTaken) onChange(number)
  }

  return (
    <Field {...field}>
      {(control) => (
        <span className="flex items-center gap-1">
          <IconButton
            variant="secondary"
            icon={Minus}
            label={t('less')}
            disabled={disabled || value <= min}
            onClick={() => take(value - 1)}
          />
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            role="spinbutton"
            aria-valuenow={value}
            aria-valuemin={min}
            disabled={disabled}
            value={draft ?? String(value)}
            onChange={(event) => type(event.target.value.trim())}
            onBlur={() => setDraft(null)}
            onKeyDown={(event) => {
              const change = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key]
              if (!change) return
              event.preventDefault()
              take(value + change)
            }}
            className={inputStyle(clsx('h-8 text-center tabular-nums pointer-coarse:h-10'))}
          />
          <IconButton
            variant="secondary"
            icon={Plus}
            label={t('more')}
            disabled={disabled || value >= max}
            onClick={() => take(value + 1)}
          />
        </span>
      )}
    </Field>
  )
}

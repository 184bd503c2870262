'use client'

import { clsx } from 'clsx'
import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Field, type FieldProps } from './field'
import { inputStyle } from './input-style'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'className' | 'children' | 'type'>

/** A password, hidden until one wants to see it. */
export function PasswordField({ label, hint, error, hideLabel, className, ...input }: Props) {
  const t = useTranslations('ui.password')
  const [isShown, setIsShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      {(control) => (
        <span className="relative flex items-center">
          <input
            autoComplete="current-password"
            spellCheck={false}
            autoCapitalize="none"
            {...input}
            {...control}
            type={isShown ? 'text' : 'password'}
            className={inputStyle(clsx('h-8 pr-9 pointer-coarse:h-10', isShown && 'font-mono'))}
          />
          <button
            type="button"
            aria-label={isShown ? t('hide') : t('show')}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
            className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink pointer-coarse:size-8"
          >
            <Icon aria-hidden className="size-3.5" />
          </button>
        </span>
      )}
    </Field>
  )
}

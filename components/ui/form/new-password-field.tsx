'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { type Advice, passwordAdvice } from './password-advice'
import { PasswordField } from './password-field'

type Props = { label: string; value: string; onChange: (value: string) => void; username: string; error?: string }

/** Bars, of three, that are filled. */
const strength: Record<Advice['verdict'], number> = { empty: 0, short: 1, repetitive: 1, name: 1, fair: 2, good: 3 }

/** A password that is being chosen, with a word of advice as it grows. */
export function NewPasswordField({ label, value, onChange, username, error }: Props) {
  const t = useTranslations('ui.password.advice')
  const { verdict, missing } = passwordAdvice(value, username)
  return (
    <PasswordField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="new-password"
      maxLength={128}
      error={error}
      hint={
        <span className="flex flex-col gap-1.5">
          <span aria-hidden className="flex gap-1">
            {[1, 2, 3].map((bar) => (
              <span key={bar} className={clsx('h-1 flex-1 rounded-full transition-colors', barColour(verdict, bar))} />
            ))}
          </span>
          {t(verdict, { missing })}
        </span>
      }
    />
  )
}

function barColour(verdict: Advice['verdict'], bar: number): string {
  if (bar > strength[verdict]) return 'bg-line'
  return { 1: 'bg-attention', 2: 'bg-accent-solid', 3: 'bg-running' }[strength[verdict]] ?? 'bg-line'
}

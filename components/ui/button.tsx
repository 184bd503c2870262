'use client'

import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button/button-style'
import { WithReason } from './button/with-reason'
import { Spinner } from './spinner'

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: LucideIcon
  /** It was pressed and the answer is awaited: it spins, keeps its place and cannot be pressed again. */
  busy?: boolean
  /** Why it cannot be used now. It stays, can be focused, and tells. */
  disabledReason?: string | null | false
}

/** A button says what it will do ("Scale to 5"). `disabled` alone is for what explains itself, such as an empty form. */
export function Button({ disabledReason, ...props }: ButtonProps) {
  if (!disabledReason) return <PlainButton {...props} />
  return <WithReason reason={disabledReason}>{(denied) => <PlainButton {...props} {...denied} />}</WithReason>
}

function PlainButton({
  variant,
  size,
  icon: Icon,
  busy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...props
}: ButtonProps) {
  const isDisabled = Boolean(props.disabled || props['aria-disabled'])
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      {...props}
      aria-disabled={props['aria-disabled'] ?? (busy || undefined)}
      onClick={busy ? swallow : onClick}
      className={buttonStyle({ variant, size, isDisabled, className })}
    >
      {busy ? <Spinner /> : Icon && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </button>
  )
}

// Prevented, so that a busy submit button does not send its form again.
const swallow = (event: MouseEvent) => event.preventDefault()

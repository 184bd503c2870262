import { clsx } from 'clsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'md' | 'sm'

const base =
  'inline-flex max-w-full shrink-0 select-none items-center justify-center gap-1.5 rounded-md text-left font-medium transition-colors aria-disabled:cursor-not-allowed disabled:cursor-not-allowed pointer-coarse:min-h-10'

// Large ones say names ("Create … and restart 3 services"), which on a phone need more than one line.
const sizes: Record<ButtonSize, string> = {
  md: 'wrap-break-word min-h-8 px-3 py-1 text-base',
  sm: 'h-7 whitespace-nowrap px-2.5 text-sm',
}

// Hover colours are under `enabled`, so that a disabled control does not answer to the pointer.
const enabled: Record<ButtonVariant, string> = {
  primary: 'bg-accent-solid text-on-accent hover:bg-accent-solid-hover',
  secondary: 'border border-line-strong bg-surface text-ink shadow-raised hover:bg-hover active:bg-pressed',
  quiet: 'text-muted hover:bg-hover hover:text-ink active:bg-pressed data-[state=open]:bg-hover',
  danger: 'border border-failing-line bg-surface text-failing hover:bg-failing-soft',
}

const disabled: Record<ButtonVariant, string> = {
  primary: 'bg-pressed text-faint',
  secondary: 'border border-line bg-sunken text-faint',
  quiet: 'text-faint',
  danger: 'border border-line bg-sunken text-faint',
}

type Look = { variant?: ButtonVariant; size?: ButtonSize; isDisabled?: boolean; className?: string }

/** The classes of a button, for whatever element plays one. */
export function buttonStyle({ variant = 'secondary', size = 'md', isDisabled = false, className }: Look): string {
  return clsx(base, sizes[size], (isDisabled ? disabled : enabled)[variant], className)
}

import { clsx } from 'clsx'

/** The look that text fields, text areas and selects share. 16 px where there is no mouse: iOS zooms into less. */
export function inputStyle(className?: string): string {
  return clsx(
    'w-full rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink transition-colors',
    'hover:border-faint focus:border-focus focus:outline-2 focus:outline-focus focus:-outline-offset-1',
    'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-faint',
    'aria-invalid:border-failing pointer-coarse:text-lg',
    className,
  )
}

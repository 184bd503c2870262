import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type Props = { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }

/** A filter among others that is on or off. */
export function ToggleChip({ isOn, onChange, children }: Props) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
      className={clsx(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm transition-colors pointer-coarse:h-9',
        isOn ? 'border-accent-solid bg-hover font-medium text-ink' : 'border-line text-muted hover:text-ink',
      )}
    >
      {children}
    </button>
  )
}

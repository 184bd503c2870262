'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'

export type ViewMode = 'table' | 'pretty' | 'text' | 'hex' | 'values'

type Props = { label: string; modes: readonly ViewMode[]; value: ViewMode; onChange: (mode: ViewMode) => void }

/** In which form a content is shown. */
export function ViewSwitch({ label, modes, value, onChange }: Props) {
  const t = useTranslations('configs.content.modes')
  return (
    <fieldset className="mb-3 inline-flex gap-0.5 rounded-md border border-line bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {modes.map((mode) => (
        <button
          key={mode}
          type="button"
          aria-pressed={mode === value}
          onClick={() => onChange(mode)}
          className={clsx(
            'h-6 rounded-sm px-2 text-sm transition-colors pointer-coarse:h-9 pointer-coarse:px-3',
            mode === value ? 'bg-raised font-medium text-ink shadow-raised' : 'text-muted hover:text-ink',
          )}
        >
          {t(mode)}
        </button>
      ))}
    </fieldset>
  )
}

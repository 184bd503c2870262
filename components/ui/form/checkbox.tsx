import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'children' | 'onChange'> & {
  label: ReactNode
  hint?: ReactNode
  onChange: (checked: boolean) => void
}

/** Yes or no, with its label to click on. */
export function Checkbox({ label, hint, onChange, className, ...input }: Props) {
  const id = useId()
  return (
    <label className={clsx('flex items-start gap-2 has-disabled:text-faint', className)}>
      <span className="relative mt-0.5 flex size-4 shrink-0">
        <input
          {...input}
          type="checkbox"
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.checked)}
          className="peer size-4 appearance-none rounded-sm border border-faint bg-surface transition-colors checked:border-accent-solid checked:bg-accent-solid hover:border-muted disabled:border-line-strong disabled:bg-sunken"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 size-3 text-on-accent opacity-0 peer-checked:opacity-100 peer-disabled:text-faint"
        />
      </span>
      <span>
        {label}
        {hint && (
          <span id={`${id}-hint`} className="block text-muted text-sm">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

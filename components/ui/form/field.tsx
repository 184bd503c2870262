import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

export type FieldProps = {
  label: string
  /** What it is for, or what is accepted. Stays while there is an error. */
  hint?: ReactNode
  error?: ReactNode
  /** The label is there for screen readers alone, where the surroundings say it to the eye. */
  hideLabel?: boolean
  className?: string
}

export type ControlProps = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

/** A label, a control, its hint, and its error, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  className,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={clsx('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={clsx('font-medium text-sm', hideLabel && 'sr-only')}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-failing text-sm">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}

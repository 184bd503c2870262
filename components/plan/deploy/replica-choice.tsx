'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { PlannedService } from '@/lib/contract/deploy'

type Props = {
  name: string
  replicas: NonNullable<PlannedService['replicas']>
  /** Without it the choice is only told. */
  onChoose?: (choice: 'live' | 'file') => void
}

/** The number that runs is not the file's: somebody scaled it, or the file was changed. A person says which one counts. */
export function ReplicaChoice({ name, replicas: { live, file, chosen }, onChoose }: Props) {
  const t = useTranslations('deploy.plan.replicas')
  const id = useId()
  const wanted = file ?? 1
  const choices = [
    { value: 'file', label: t(file === null ? 'takeDefault' : 'takeFile', { file: wanted }) },
    { value: 'live', label: t('keepLive', { live }) },
  ] as const
  return (
    <fieldset className="rounded-md border border-line bg-sunken px-3 py-2 text-sm">
      <legend className="sr-only">{t('label', { name })}</legend>
      <p id={id}>{t(file === null ? 'differsFromNone' : 'differs', { live, file: wanted })}</p>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {choices.map(({ value, label }) => (
          <label key={value} className="flex items-center gap-2 pointer-coarse:min-h-10">
            <input
              type="radio"
              name={id}
              aria-describedby={id}
              checked={chosen === value}
              disabled={!onChoose}
              onChange={() => onChoose?.(value)}
              className="size-4 accent-accent-solid"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/form/checkbox'
import { NumberStepper } from '@/components/ui/form/number-stepper'
import { Select } from '@/components/ui/form/select'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { RotationPolicy } from '@/lib/contract/policies'
import { canRunByItself } from './policy-draft'
import { useHourText } from './use-hour-text'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** A quarter, and the hour in which most people sleep who have the clock of UTC. */
const usual = { maxAgeDays: 90, automaticHour: 3 }

type Props = { kind: DataObjectKind; draft: RotationPolicy; onChange: (change: Partial<RotationPolicy>) => void }

/** How old a version may get, and whether Skep acts by itself then. */
export function PolicyAge({ kind, draft, onChange }: Props) {
  const t = useTranslations('policies')
  const hourText = useHourText()
  const { maxAgeDays, automaticHour } = draft
  const canRun = canRunByItself(draft)
  return (
    <div className="flex flex-col gap-4">
      <Checkbox
        label={t('hasMaxAge')}
        hint={t('hasMaxAgeHint')}
        checked={maxAgeDays !== null}
        onChange={(isOn) => onChange({ maxAgeDays: isOn ? usual.maxAgeDays : null })}
      />
      {maxAgeDays !== null && (
        <NumberStepper
          label={t('days')}
          value={maxAgeDays}
          min={1}
          max={3650}
          onChange={(days) => onChange({ maxAgeDays: days })}
          className="ml-6 w-44"
        />
      )}
      <Checkbox
        label={t('runsByItself')}
        hint={t(canRun ? 'runsByItselfHint' : 'cannotRun', { kind })}
        checked={automaticHour !== null}
        disabled={!canRun}
        onChange={(isOn) => onChange({ automaticHour: isOn ? usual.automaticHour : null })}
      />
      {automaticHour !== null && (
        <Select
          label={t('hourLabel')}
          value={String(automaticHour)}
          options={hours.map((hour) => ({ value: String(hour), label: hourText(hour) }))}
          onChange={(value) => onChange({ automaticHour: Number(value) })}
          className="ml-6 max-w-60"
        />
      )}
    </div>
  )
}

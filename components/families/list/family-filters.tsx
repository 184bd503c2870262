'use client'

import { useTranslations } from 'use-intl'
import { ToggleChip } from '@/components/ui/form/toggle-chip'
import type { Family } from './family'
import { type FamilyFilter, familyFilters, matches } from './family-filter'

type Props = {
  families: readonly Family[]
  now: number
  chosen: readonly FamilyFilter[]
  onChange: (chosen: FamilyFilter[]) => void
}

/** What a list of families can be narrowed down to; several at once narrow it further. */
export function FamilyFilters({ families, now, chosen, onChange }: Props) {
  const t = useTranslations('families.filters')
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{t('label')}</legend>
      {familyFilters.map((filter) => (
        <ToggleChip
          key={filter}
          isOn={chosen.includes(filter)}
          onChange={(isOn) => onChange(isOn ? [...chosen, filter] : chosen.filter((one) => one !== filter))}
        >
          {t(filter)}
          <span className="text-faint tabular-nums">{families.filter((one) => matches(one, filter, now)).length}</span>
        </ToggleChip>
      ))}
    </fieldset>
  )
}

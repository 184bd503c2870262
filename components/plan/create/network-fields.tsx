'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/form/checkbox'

export type NetworkTraits = { isAttachable: boolean; isInternal: boolean; isEncrypted: boolean }

export const usualNetwork: NetworkTraits = { isAttachable: false, isInternal: false, isEncrypted: false }

const traits = ['isAttachable', 'isInternal', 'isEncrypted'] as const

/** How a new overlay network is. */
export function NetworkFields({
  network,
  onChange,
}: {
  network: NetworkTraits
  onChange: (next: NetworkTraits) => void
}) {
  const t = useTranslations('plan.create.network')
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-1.5 font-medium text-sm">{t('traits')}</legend>
      {traits.map((trait) => (
        <Checkbox
          key={trait}
          label={t(trait)}
          hint={t(`${trait}Hint`)}
          checked={network[trait]}
          onChange={(isOn) => onChange({ ...network, [trait]: isOn })}
        />
      ))}
    </fieldset>
  )
}

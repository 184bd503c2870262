'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/form/checkbox'
import { Select } from '@/components/ui/form/select'
import type { DeployOptions, ResolveImage } from '@/lib/contract/deploy'

const choices: readonly ResolveImage[] = ['always', 'changed', 'never']
const failures = ['ask', 'undo'] as const

type Props = { options: DeployOptions; onChange: (options: DeployOptions) => void }

/** How to deploy, beyond what the files say. */
export function DeployOptionFields({ options, onChange }: Props) {
  const t = useTranslations('deploy.options')
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('resolveImage')}
        value={options.resolveImage}
        options={choices.map((choice) => ({ value: choice, label: t(`resolve.${choice}`) }))}
        onChange={(value) => {
          const resolveImage = choices.find((choice) => choice === value)
          if (resolveImage) onChange({ ...options, resolveImage })
        }}
        hint={t(`resolveHint.${options.resolveImage}`)}
      />
      <Checkbox
        label={t('prune')}
        hint={t('pruneHint')}
        checked={options.prune}
        onChange={(prune) => onChange({ ...options, prune })}
      />
      <Select
        label={t('onFailure')}
        value={options.onFailure ?? 'ask'}
        options={failures.map((choice) => ({ value: choice, label: t(`failure.${choice}`) }))}
        onChange={(value) => onChange({ ...options, onFailure: value === 'undo' ? 'undo' : 'ask' })}
        hint={t(`failureHint.${options.onFailure ?? 'ask'}`)}
      />
    </div>
  )
}

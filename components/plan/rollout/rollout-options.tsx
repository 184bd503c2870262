'use client'

import { useTranslations } from 'use-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { Checkbox } from '@/components/ui/form/checkbox'
import { NumberStepper } from '@/components/ui/form/number-stepper'
import { Select } from '@/components/ui/form/select'
import { useMay } from '@/lib/browser/current-user'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { defaultKeptVersions } from '@/lib/rotation/plan-clean-up'
import type { RolloutWish } from '@/lib/rotation/rollout/rollout'
import { limits } from '@/lib/rotation/rollout/rollout-text'
import { useRolloutText } from './use-rollout-text'

type Props = {
  kind: DataObjectKind
  rollout: RolloutWish
  onChange: (rollout: RolloutWish) => void
  /** A version is made: one can stop before it is used, and versions beyond some number may go. */
  isNewVersion: boolean
  /** How many services change: with one there is neither an order nor a canary. */
  services: number
  /** It is for all rotations to come, of which none is stopped before it changes anything. */
  isOfPolicy?: boolean
}

/** How several services are changed, folded away behind the sentence that says what is chosen. */
export function RolloutOptions({ kind, rollout, onChange, isNewVersion, services, isOfPolicy = false }: Props) {
  const t = useTranslations('plan.rollout')
  const say = useRolloutText()
  const set = (change: Partial<RolloutWish>) => onChange({ ...rollout, ...change })
  return (
    <Disclosure
      summary={
        <>
          <span className="font-medium text-ink">{t('title')}</span> {say(rollout, services)}
        </>
      }
      className="w-full max-w-3xl rounded-lg border border-line bg-surface px-4 py-2.5"
    >
      <fieldset className="flex flex-col gap-4 py-2">
        <legend className="sr-only">{t('title')}</legend>
        {isNewVersion && !isOfPolicy && (
          <Checkbox
            label={t('holdBefore')}
            hint={t('holdBeforeHint')}
            checked={rollout.holdBefore}
            onChange={(holdBefore) => set({ holdBefore })}
          />
        )}
        <Checkbox
          label={t('holdAfterCanary')}
          hint={t(services > 1 ? 'holdAfterCanaryHint' : 'oneService')}
          checked={rollout.holdAfterCanary}
          disabled={services < 2}
          onChange={(holdAfterCanary) => set({ holdAfterCanary })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberStepper
            label={t('atOnce')}
            hint={t('atOnceHint')}
            value={rollout.atOnce}
            min={1}
            max={limits.atOnce}
            onChange={(atOnce) => set({ atOnce })}
          />
          <NumberStepper
            label={t('watch')}
            hint={t('watchHint')}
            value={Math.round((rollout.watchMs ?? 0) / 1_000)}
            max={limits.watchSeconds}
            onChange={(seconds) => set({ watchMs: seconds === 0 ? null : seconds * 1_000 })}
          />
        </div>
        <Select
          label={t('onFailure')}
          hint={t('onFailureHint')}
          value={rollout.onFailure}
          options={(['undo', 'ask'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => set({ onFailure: value === 'ask' ? 'ask' : 'undo' })}
        />
        {isNewVersion && <KeptVersions kind={kind} rollout={rollout} set={set} />}
      </fieldset>
    </Disclosure>
  )
}

type KeptProps = Pick<Props, 'kind' | 'rollout'> & { set: (change: Partial<RolloutWish>) => void }

function KeptVersions({ kind, rollout, set }: KeptProps) {
  const t = useTranslations('plan.rollout')
  const mayRemove = useMay(kind === 'config' ? 'config.remove' : 'secret.remove')
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t('cleanUp')}
        hint={t(mayRemove ? 'cleanUpHint' : 'cleanUpNotAllowed')}
        checked={rollout.keepVersions !== null}
        disabled={!mayRemove}
        onChange={(isCleanedUp) => set({ keepVersions: isCleanedUp ? defaultKeptVersions : null })}
      />
      {rollout.keepVersions !== null && (
        <NumberStepper
          label={t('keep')}
          value={rollout.keepVersions}
          min={1}
          max={limits.keepVersions}
          onChange={(keepVersions) => set({ keepVersions })}
          className="ml-6 w-44"
        />
      )}
    </div>
  )
}

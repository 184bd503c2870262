'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { NumberStepper } from '@/components/ui/form/number-stepper'
import type { ServiceDetail } from '@/lib/contract/services'
import type { useScaling } from './use-scaling'

/** More than a swarm can hold; it only keeps a slip of the finger from asking for a million. */
const mostReplicas = 10_000

type Props = {
  service: ServiceDetail
  present: number
  scaling: ReturnType<typeof useScaling>
  /** Why it cannot be scaled now. */
  reason: string | null
}

/** Truth and wish side by side, and the button that says what it will do. Enter in the field does it too. */
export function ScalerForm({ service, present, scaling, reason }: Props) {
  const t = useTranslations('scale')
  const reasonId = useId()
  const { wanted, isChange, planned } = scaling
  const canApply = isChange && planned.digest !== null && reason === null
  return (
    <>
      <form
        className="flex flex-wrap items-end gap-x-6 gap-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (canApply) void scaling.apply()
        }}
      >
        <p className="flex flex-col gap-1.5">
          <span className="font-medium text-sm">{t('now')}</span>
          <span className="text-lg leading-8 tabular-nums">
            {t('running', { runningTasks: service.row.runningTasks, desired: present })}
          </span>
        </p>
        <NumberStepper
          label={t('wanted')}
          value={wanted}
          max={mostReplicas}
          disabled={reason !== null}
          onChange={scaling.want}
          className="w-40"
        />
        <Button
          type="submit"
          variant="primary"
          busy={scaling.pending}
          disabled={!canApply}
          aria-describedby={reason ? reasonId : undefined}
        >
          {isChange ? t('scaleTo', { wanted }) : t('scale')}
        </Button>
        {isChange && (
          <Button variant="quiet" onClick={scaling.forget}>
            {t('keep', { present })}
          </Button>
        )}
      </form>
      {reason && (
        <p id={reasonId} className="text-muted text-sm">
          {reason}
        </p>
      )}
    </>
  )
}

'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { OperationProgress } from '@/components/plan/operation-progress'
import { PlanLine } from '@/components/plan/plan-line'
import { Button } from '@/components/ui/button'
import { NumberStepper } from '@/components/ui/form/number-stepper'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { useMay } from '@/lib/browser/current-user'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useLive } from '@/lib/browser/use-live'
import type { OperationView } from '@/lib/contract/operations'
import type { ServiceDetail } from '@/lib/contract/services'
import type { ViewOf } from '@/lib/contract/topics'
import { isAppError } from '@/lib/errors/app-error'
import { ScalerConflict } from './scaler-conflict'
import { operationOn, whoSet } from './scaler-state'
import { ScalerTiles } from './scaler-tiles'
import { useScaling } from './use-scaling'

type Props = { name: string; initial: ViewOf<`service:${string}`> }

/** Changes the number of replicas: the plan as one types, then its progress, its result and the way back. */
export function ReplicaScaler({ name, initial }: Props) {
  const { document: service } = useLive(`service:${name}`, initial).view
  const operations = useLive('operations', null).view?.rows ?? []
  if (!service) return null
  return <Scaler service={service} operations={operations} />
}

type ScalerProps = { service: ServiceDetail; operations: readonly OperationView[] }

function Scaler({ service, operations }: ScalerProps) {
  const t = useTranslations('scale')
  const reasonId = useId()
  const { serviceId, name, runningTasks, desiredTasks } = service.row
  const present = service.replicas ?? desiredTasks
  const scaling = useScaling(name, present)
  const { wanted, isChange, planned, started } = scaling
  const busy = operationOn(operations, serviceId)
  const reason = useDisabledReason(service, busy)
  const shown = busy && isScaling(busy) ? busy : started
  const isRefusedPlan = isAppError(planned.error) && planned.error.code !== 'nothing_to_do'

  return (
    <section
      aria-label={t('label', { name })}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <form
        className="flex flex-wrap items-end gap-x-6 gap-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isChange && !reason && planned.digest) void scaling.apply()
        }}
      >
        <p className="flex flex-col gap-1.5">
          <span className="font-medium text-sm">{t('now')}</span>
          <span className="text-lg leading-8 tabular-nums">{t('running', { runningTasks, desired: present })}</span>
        </p>
        <NumberStepper
          label={t('wanted')}
          value={wanted}
          max={10_000}
          disabled={reason !== null}
          onChange={scaling.want}
          className="w-40"
        />
        <Button
          type="submit"
          variant="primary"
          busy={scaling.pending}
          disabled={!isChange || !planned.digest || reason !== null}
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
      {scaling.overtaken !== null && (
        <ScalerConflict
          plannedFrom={scaling.overtaken}
          present={present}
          setBy={whoSet(operations, serviceId, present)}
        />
      )}
      {isChange && !reason && <PlanLine plan={planned.plan} pending={planned.pending} />}
      <ProblemNotice error={isRefusedPlan ? planned.error : scaling.error} />
      {(isChange || shown) && <ScalerTiles service={service} wanted={wanted} />}
      {shown && <OperationProgress key={shown.id} operation={shown} />}
    </section>
  )
}

/** Why it cannot be scaled now; null where it can. */
function useDisabledReason(service: ServiceDetail, busy: OperationView | null): string | null {
  const t = useTranslations('scale.disabled')
  const say = useCodedText('titles')
  const mayScale = useMay('service.scale')
  const swarm = useLive('swarm', null).view?.document
  if (service.replicas === null) return t('mode', { mode: service.row.mode })
  if (!mayScale) return t('notAllowed')
  if (swarm?.connection === 'away') return t('engineAway')
  if (busy) return t('busy', { actor: busy.actorName, title: say(busy.title.code, busy.title.params) })
  return null
}

const isScaling = ({ steps }: OperationView) => steps.some(({ step }) => step.action === 'set-replicas')

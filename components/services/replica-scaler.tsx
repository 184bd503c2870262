'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { OperationProgress } from '@/components/plan/operation-progress'
import { PlanLine } from '@/components/plan/plan-line'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { useMay } from '@/lib/browser/current-user'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useLive } from '@/lib/browser/use-live'
import type { OperationView } from '@/lib/contract/operations'
import type { ServiceDetail } from '@/lib/contract/services'
import type { ViewOf } from '@/lib/contract/topics'
import { isAppError } from '@/lib/errors/app-error'
import { ScalerConflict } from './scaler-conflict'
import { ScalerForm } from './scaler-form'
import { operationOn, scalingTo, whoSet } from './scaler-state'
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
  const { serviceId, name, desiredTasks } = service.row
  const present = service.replicas ?? desiredTasks
  // Whoever scales it, the last scaling that was seen stays, with its result and the way back.
  const [followed, setFollowed] = useState<OperationView | null>(null)
  const scaling = useScaling(name, present, setFollowed)
  const { wanted, isChange, planned } = scaling
  const busy = operationOn(operations, serviceId)
  const reason = useDisabledReason(service, busy)
  const goesTo = scalingTo(busy, serviceId)
  if (busy && goesTo !== null && busy.id !== followed?.id) setFollowed(busy)
  const isRefusedPlan = isAppError(planned.error) && planned.error.code !== 'nothing_to_do'

  return (
    <section
      aria-label={t('label', { name })}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <ScalerForm service={service} present={present} scaling={scaling} reason={reason} />
      {scaling.overtaken !== null && (
        <ScalerConflict
          plannedFrom={scaling.overtaken}
          present={present}
          setBy={whoSet(operations, serviceId, present)}
        />
      )}
      {isChange && !reason && <PlanLine plan={planned.plan} pending={planned.pending} />}
      <ProblemNotice error={isRefusedPlan ? planned.error : scaling.error} />
      {(isChange || followed) && <ScalerTiles service={service} wanted={isChange ? wanted : (goesTo ?? present)} />}
      {followed && (
        <div className="flex flex-col gap-3 border-line border-t pt-4">
          <ScalingTitle operation={followed} />
          <OperationProgress key={followed.id} operation={followed} onUndoStarted={setFollowed} />
        </div>
      )}
    </section>
  )
}

function ScalingTitle({ operation }: { operation: OperationView }) {
  const t = useTranslations('scale')
  const say = useCodedText('titles')
  return (
    <p className="font-medium">
      {t('by', { title: say(operation.title.code, operation.title.params), actor: operation.actorName })}
    </p>
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

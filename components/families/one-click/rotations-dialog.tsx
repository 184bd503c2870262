'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { PlannedRow } from './planned-row'
import { freeToBegin, readyRotation, restartedServices } from './ready'
import { RotationsBegun } from './rotations-begun'
import { UnreadyRow } from './unready-row'
import { useRotations } from './use-rotations'

type Props = {
  /** Secrets by their names: the version of each that is in use. */
  names: readonly string[]
  onStarted?: () => void
  onClose: () => void
}

const nothing = () => {}

/** One confirmation for the rotations of one secret or several, a line for each; then their progress in its place. */
export function RotationsDialog({ names, onStarted = nothing, onClose }: Props) {
  const t = useTranslations('oneClick')
  const common = useTranslations('common')
  const rotations = useRotations(names, onStarted)
  const { planned, ready, run, start } = rotations
  const isInTurn = freeToBegin(ready, []).length < ready.length
  const isWaiting = planned.length === 0 && !rotations.error
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={run ? t('titleStarted') : t('title', { count: names.length, name: names[0] ?? '' })}
      description={run ? t(run.waiting.length > 0 ? 'stay' : 'leave') : t('description')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common(run ? 'close' : 'cancel')}
          </Button>
          {!run && (
            <Button
              variant="primary"
              disabledReason={ready.length === 0 && t(isWaiting ? 'planning' : 'noneReady')}
              onClick={start}
            >
              {t('apply', {
                versions: ready.length,
                name: ready[0]?.successor ?? '',
                services: restartedServices(ready.map(({ plan }) => plan)).length,
              })}
            </Button>
          )}
        </>
      }
    >
      <ProblemNotice error={rotations.error} className="mb-4" />
      {run ? (
        <RotationsBegun run={run} onAgain={rotations.planAgain} />
      ) : (
        <ul aria-label={t('label')} aria-busy={rotations.pending} className="divide-y divide-line">
          {isWaiting && names.map((name) => <Skeleton key={name} className="my-4 h-10" />)}
          {planned.map((each) => {
            const rotation = readyRotation(each)
            return (
              <li key={each.name} className="py-3.5 first:pt-0 last:pb-0">
                {rotation ? (
                  <PlannedRow rotation={rotation} readValue={() => rotations.readValue(rotation)} />
                ) : (
                  <UnreadyRow name={each.name} problem={each.problem} />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {!run && isInTurn && <p className="mt-4 text-muted text-sm">{t('inTurn')}</p>}
    </Dialog>
  )
}

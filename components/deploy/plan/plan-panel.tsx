'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { Blocked } from '@/components/deploy/draft/blocked'
import { NothingToDo } from '@/components/plan/deploy/deploy-review'
import { PlannedParts } from '@/components/plan/deploy/planned-parts'
import { ProblemList } from '@/components/plan/deploy/problem-list'
import { Disclosure } from '@/components/ui/disclosure'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { Spinner } from '@/components/ui/spinner'
import { StateShape } from '@/components/ui/state-shape'
import type { PlanState } from '@/lib/browser/use-plan'
import type { TextEdit } from '@/lib/compose/finding'
import type { DeployOptions, PlannedDeploy, PlannedService } from '@/lib/contract/deploy'
import type { FieldChange } from '@/lib/plan/plan'
import { DeployOptionFields } from './deploy-options'

type Props = {
  planned: PlanState<PlannedDeploy>
  blocked: Blocked | null
  options: DeployOptions
  onOptions: (options: DeployOptions) => void
  onShow: (file: string, line: number) => void
  onEdit: (edits: readonly TextEdit[]) => void
  valuesOf: (service: string) => Promise<FieldChange[]>
}

/** The plan beside the editor. It stays to be read while the next one is worked out. */
export function PlanPanel({ planned, blocked, options, onOptions, onShow, onEdit, valuesOf }: Props) {
  const t = useTranslations('deploy.plan')
  const { answer, pending, error } = planned
  return (
    <div className="flex flex-col gap-5">
      <div className="flex min-h-5 items-center gap-2">
        <h2 className="font-semibold text-base">{t('title')}</h2>
        {pending && <Spinner />}
        <span className="sr-only" aria-live="polite">
          {pending ? t('planning') : ''}
        </span>
      </div>
      <ProblemNotice error={error} />
      <div aria-busy={pending} className="flex flex-col gap-5">
        {blocked && isFirst(blocked) ? (
          <Waiting blocked={blocked} />
        ) : answer ? (
          <>
            <ProblemList problems={answer.problems} onShow={onShow} onEdit={onEdit} onCreated={planned.planAgain} />
            {blocked?.code === 'nothing' && <NothingToDo />}
            <PlannedParts
              planned={{ ...answer, services: answer.services.map((service) => withChoice(service, options)) }}
              valuesOf={valuesOf}
              onReplicas={(key, choice) => onOptions({ ...options, replicas: { ...options.replicas, [key]: choice } })}
            />
          </>
        ) : (
          pending && <Skeletons label={t('planning')} />
        )}
      </div>
      <Disclosure summary={t('options')} className="border-line border-t pt-3">
        <DeployOptionFields options={options} onChange={onOptions} />
      </Disclosure>
    </div>
  )
}

/** What was chosen is shown at once, and not only with the plan that follows from it. */
function withChoice(service: PlannedService, { replicas }: DeployOptions): PlannedService {
  const chosen = service.key === null ? undefined : replicas[service.key]
  return chosen && service.replicas ? { ...service, replicas: { ...service.replicas, chosen } } : service
}

const first = ['blank', 'name', 'errors', 'variables', 'wanted'] as const

type FirstBlocked = Blocked & { code: (typeof first)[number] }

/** Before these are solved there is no plan worth reading. */
function isFirst(blocked: Blocked): blocked is FirstBlocked {
  return first.some((code) => code === blocked.code)
}

function Waiting({ blocked: { code, count } }: { blocked: FirstBlocked }) {
  const t = useTranslations('deploy.blocked')
  const isCalm = code === 'blank' || code === 'name'
  return (
    <p className="flex max-w-prose items-start gap-2">
      <StateShape tone={isCalm ? 'neutral' : 'failing'} className="mt-1.25" />
      <span className={clsx(isCalm && 'text-muted')}>{t(`${code}Text`, { count })}</span>
    </p>
  )
}

function Skeletons({ label }: { label: string }) {
  return (
    <output aria-label={label} className="flex flex-col gap-2">
      <Skeleton className="h-4 w-64 max-w-full" />
      <Skeleton className="h-4 w-48 max-w-full" />
      <Skeleton className="h-4 w-56 max-w-full" />
    </output>
  )
}

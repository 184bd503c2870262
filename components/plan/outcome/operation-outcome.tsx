'use client'

import { useTranslations } from 'use-intl'
import { ServiceLinks } from '@/components/swarm/service-links'
import { StateShape, type Tone } from '@/components/ui/state-shape'
import { useLive } from '@/lib/browser/use-live'
import type { OperationView } from '@/lib/contract/operations'
import type { StepOf } from '@/lib/plan/plan'
import { movedSince } from './moved-since'
import { type ServicesNow, servicesNow } from './services-now'

/**
 * Where the services stand once an operation with versions goes no further: verified, or who is affected. What was true
 * when it ended is from its record; that somebody has moved on since is from the swarm.
 */
export function OperationOutcome({ operation }: { operation: OperationView }) {
  const t = useTranslations('plan.outcome')
  const references = operation.steps.flatMap(({ step }) => (step.action === 'replace-reference' ? [step] : []))
  const [first] = references
  if (!first || operation.state === 'running' || operation.state === 'planned') return null
  const now = servicesNow(operation)
  const isWhole = operation.state === 'converged' && now.changed.length > 0
  const predecessors = [...new Set(references.map((step) => step.from.name))].join(', ')
  return (
    <section
      aria-label={t('label')}
      className="flex flex-col gap-1.5 rounded-lg border border-line bg-sunken px-4 py-3"
    >
      {isWhole ? (
        <Line tone="running">
          {t('verified', { services: now.changed.length, tasks: now.tasks, version: first.to.name, predecessors })}
        </Line>
      ) : (
        <Group names={now.changed} tone="attention" text={t('changed', { version: first.to.name })} />
      )}
      <Group names={now.unsettled} tone="failing" text={t('unsettled')} />
      <Group names={now.putBack} tone="running" text={t('putBack')} />
      <Group names={now.left} tone="attention" text={t('left')} />
      <Group names={now.untouched} tone="neutral" text={t('untouched')} />
      {isWhole && <MovedSince step={first} changed={now.changed} />}
    </section>
  )
}

/** The end of a rotation is a fact of that time; this is what has become of it. */
function MovedSince({
  step: { kind, to },
  changed,
}: {
  step: StepOf<'replace-reference'>
  changed: ServicesNow['changed']
}) {
  const t = useTranslations('plan.outcome')
  const { view } = useLive(`${kind}:${to.name}`, null)
  const moved = view?.document ? movedSince(view.document.versions, changed, to.name) : []
  if (moved.length === 0) return null
  return (
    <Line tone="neutral">
      {t('since')} <ServiceLinks names={moved.map(({ service }) => service)} />
    </Line>
  )
}

function Group({ names, tone, text }: { names: string[]; tone: Tone; text: string }) {
  if (names.length === 0) return null
  return (
    <Line tone={tone}>
      {text} <ServiceLinks names={names} />
    </Line>
  )
}

function Line({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <p className="flex items-start gap-2 text-sm">
      <StateShape tone={tone} className="mt-1.25" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  )
}

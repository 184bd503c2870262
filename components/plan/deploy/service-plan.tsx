'use client'

import { useTranslations } from 'use-intl'
import { type AskValues, FieldChanges } from '@/components/plan/changes/field-changes'
import { Verdict, type VerdictLook } from '@/components/plan/changes/verdict'
import { useEffectText } from '@/components/plan/use-effect-text'
import { ObjectLink } from '@/components/swarm/object-link'
import { Disclosure } from '@/components/ui/disclosure'
import { StateShape } from '@/components/ui/state-shape'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { PlannedService, ServiceVerdict } from '@/lib/contract/deploy'
import { ReplicaChoice } from './replica-choice'

const looks: Record<ServiceVerdict, VerdictLook> = {
  create: 'create',
  update: 'change',
  restart: 'restart',
  unchanged: 'same',
  remove: 'remove',
  leave: 'leave',
}

/** So many can be read at a glance; more are folded. */
const shownChanges = 6

type Props = {
  service: PlannedService
  onReplicas?: (key: string, choice: 'live' | 'file') => void
  askValues?: AskValues
}

/** What becomes of one service: the verdict, what its tasks go through, the fields, and what to know. */
export function ServicePlan({ service, onReplicas, askValues }: Props) {
  const t = useTranslations('deploy.plan')
  const effectText = useEffectText()
  const { name, verdict, effect, changes, replicas, key } = service
  return (
    <li className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        {verdict === 'create' ? (
          <span className="break-words font-medium">{name}</span>
        ) : (
          <ObjectLink kind="service" name={name} />
        )}
        <Verdict look={looks[verdict]}>{t(`service.${verdict}`)}</Verdict>
      </div>
      {effect && verdict !== 'unchanged' && verdict !== 'leave' && (
        <p className="text-muted text-sm first-letter:uppercase">{effectText(effect)}</p>
      )}
      {changes.length > 0 && (
        <Disclosure summary={t('fields', { count: changes.length })} isOpenAtFirst={changes.length <= shownChanges}>
          <FieldChanges changes={changes} askValues={askValues} />
        </Disclosure>
      )}
      {replicas && key !== null && (
        <ReplicaChoice name={name} replicas={replicas} onChoose={onReplicas && ((choice) => onReplicas(key, choice))} />
      )}
      <Notes service={service} />
    </li>
  )
}

function Notes({ service: { notes } }: { service: PlannedService }) {
  const say = useCodedText('deploy.services')
  if (notes.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {notes.map((note) => (
        <li key={`${note.code} ${JSON.stringify(note.params)}`} className="flex items-start gap-2">
          <StateShape tone={grave.has(note.code) ? 'attention' : 'neutral'} className="mt-1.25" />
          <span className="min-w-0 break-words">{say(note.code, note.params)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Notes about what will go wrong, or surprise; the others only explain. */
const grave: ReadonlySet<string> = new Set([
  'registry_silent',
  'no_node_fits',
  'not_enough_room',
  'max_replicas_per_node',
  'host_port_exceeds_nodes',
  'host_port_start_first',
  'dangerous_port',
  'update_paused',
  'resets_left_be',
  'pruned',
  'pruned_first',
])

'use client'

import { useTranslations } from 'use-intl'
import { Verdict, type VerdictLook } from '@/components/plan/changes/verdict'
import { ObjectLink } from '@/components/swarm/object-link'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { ObjectVerdict, PlannedObject } from '@/lib/contract/deploy'

const looks: Record<ObjectVerdict, VerdictLook> = {
  create: 'create',
  unchanged: 'same',
  relabel: 'label',
  external: 'outside',
  missing: 'trouble',
  content_differs: 'trouble',
  shape_differs: 'trouble',
  remove: 'remove',
  leave: 'leave',
}

/** What becomes of one network, volume, config or secret. */
export function ObjectPlan({ object: { kind, name, verdict, notes } }: { object: PlannedObject }) {
  const t = useTranslations('deploy.plan')
  const say = useCodedText('deploy.objects')
  const exists = verdict !== 'create' && verdict !== 'missing'
  return (
    <li className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0">
          <span className="text-muted text-sm">{t(`kind.${kind}`)}</span>{' '}
          {exists ? <ObjectLink kind={kind} name={name} /> : <span className="break-words font-medium">{name}</span>}
        </span>
        <Verdict look={looks[verdict]}>{t(`object.${verdict}`)}</Verdict>
      </div>
      {notes.map((note) => (
        <p key={note.code} className="break-words text-muted text-sm">
          {say(note.code, note.params)}
        </p>
      ))}
    </li>
  )
}

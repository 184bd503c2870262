'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { FieldChanges } from '@/components/plan/changes/field-changes'
import { Verdict, type VerdictLook } from '@/components/plan/changes/verdict'
import { ObjectLink } from '@/components/swarm/object-link'
import { callApi } from '@/lib/browser/call-api'
import type { Drift, DriftedField } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'
import type { FieldChange } from '@/lib/plan/plan'
import { FieldActions } from './field-actions'
import { LeftField } from './left-fields'

type Service = Drift['services'][number]

const looks: Record<Service['verdict'] | 'left', VerdictLook> = {
  changed: 'change',
  missing: 'remove',
  extra: 'create',
  left: 'leave',
}

type Props = {
  stack: string
  service: Service
  onDecided: () => void
}

/** One service that is not as it was deployed, field by field: the file's value, then the live one. */
export function DriftedService({ stack, service: { name, verdict, changes, digest }, onDecided }: Props) {
  const t = useTranslations('drift')
  const isLeft = verdict === 'changed' && changes.every(({ leftBe }) => leftBe !== null)
  const shown = isLeft ? 'left' : verdict
  const id = useId()
  const decided = () => {
    // The button that decided gives way to another: the keyboard's place is kept here.
    document.getElementById(id)?.focus()
    onDecided()
  }
  return (
    <li id={id} tabIndex={-1} className="flex flex-col gap-1.5 px-4 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        {verdict === 'missing' ? (
          <span className="break-words font-medium">{name}</span>
        ) : (
          <ObjectLink kind="service" name={name} />
        )}
        <Verdict look={looks[shown]}>{t(`verdict.${shown}`)}</Verdict>
      </div>
      {verdict !== 'changed' && <p className="text-muted text-sm">{t(`verdictText.${verdict}`)}</p>}
      {changes.length > 0 && (
        <FieldChanges
          changes={changes}
          action={actionOn({ stack, service: name, onDecided: decided })}
          askValues={{ about: digest, ask: () => callApi<FieldChange[]>('GET', api.driftValues(stack, name)) }}
        />
      )}
    </li>
  )
}

const actionOn = ({ stack, service, onDecided }: Omit<Props, 'service'> & { service: string }) => {
  return ({ path, leftBe }: DriftedField) =>
    leftBe ? (
      <LeftField stack={stack} leftBe={leftBe} onDecided={onDecided} />
    ) : (
      <FieldActions stack={stack} service={service} field={path} onDecided={onDecided} />
    )
}

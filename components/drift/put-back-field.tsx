'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { FieldChanges } from '@/components/plan/changes/field-changes'
import { PlanDialog } from '@/components/plan/plan-dialog'
import { callApi } from '@/lib/browser/call-api'
import { api } from '@/lib/paths/api'
import type { FieldChange } from '@/lib/plan/plan'

type Props = { stack: string; service: string; field: string; onClose: () => void }

/** Puts the file's value of one field back; what else differs stays as it is. */
export function PutBackField({ stack, service, field, onClose }: Props) {
  const t = useTranslations('drift.field')
  const request = useMemo(() => ({ service, field }), [service, field])
  return (
    <PlanDialog
      title={t('title', { service, field })}
      description={t('description')}
      action={t('apply', { field })}
      path={{ plan: api.putBackFieldPlan(stack), apply: api.putBackField(stack) }}
      request={request}
      onClose={onClose}
      details={({ steps }) =>
        steps.map(
          (step) =>
            step.action === 'replace-spec' && (
              <FieldChanges
                key={step.serviceId}
                changes={step.changes}
                askValues={{ about: step.before, ask: () => valuesBack(stack, service) }}
              />
            ),
        )
      }
    />
  )
}

/** Drift tells how things went away from the file; this is the other direction. */
async function valuesBack(stack: string, service: string): Promise<FieldChange[]> {
  const drifted = await callApi<FieldChange[]>('GET', api.driftValues(stack, service))
  return drifted.map((change) => ({ ...change, before: change.after, after: change.before }))
}

'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { FieldChanges } from '@/components/plan/changes/field-changes'
import { PlanDialog } from '@/components/plan/plan-dialog'
import { api } from '@/lib/paths/api'
import type { Plan } from '@/lib/plan/plan'

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
      details={changesOf}
    />
  )
}

function changesOf({ steps }: Plan) {
  return steps.map(
    (step) => step.action === 'replace-spec' && <FieldChanges key={step.serviceId} changes={step.changes} />,
  )
}

'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/page/empty-state'
import { useMay } from '@/lib/browser/current-user'
import { PolicyFacts } from './policy-facts'
import { PolicyForm } from './policy-form'
import { RemovePolicy } from './remove-policy'
import { type PolicySource, useFamilyPolicy } from './use-family-policy'

/** How a family is rotated with one click, how old its versions may get, and who said so. */
export function PolicyTab(source: PolicySource) {
  const t = useTranslations('policies')
  const mayManage = useMay('policy.manage')
  const { kind, name } = source
  const { family, policy } = useFamilyPolicy(source)
  const [isEditing, setIsEditing] = useState(false)
  const stop = () => setIsEditing(false)
  const denied = !mayManage && t('notAllowed')

  if (isEditing) return <PolicyForm kind={kind} name={name} family={family} policy={policy} onEnd={stop} />
  const edit = (
    <Button disabledReason={denied} onClick={() => setIsEditing(true)}>
      {t(policy ? 'edit' : 'set')}
    </Button>
  )
  if (!policy) {
    return (
      <EmptyState title={t('none.title')} action={edit}>
        {t(`none.${kind}`)}
      </EmptyState>
    )
  }
  return (
    <div className="max-w-4xl rounded-lg border border-line bg-surface p-4">
      <PolicyFacts policy={policy} />
      <p className="mt-4 flex flex-wrap gap-2">
        {edit}
        <RemovePolicy kind={kind} name={name} family={family} disabledReason={denied} />
      </p>
    </div>
  )
}

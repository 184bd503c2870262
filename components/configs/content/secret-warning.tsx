'use client'

import { type ReactNode, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { StateShape } from '@/components/ui/state-shape'
import { findSecrets } from '@/lib/rotation/conversion/find-secrets'

/** Says where a config seems to hold what belongs into a secret. */
export function SecretWarning({ text, action }: { text: string; action?: ReactNode }) {
  const t = useTranslations('configs.secretWarning')
  const findings = useMemo(() => findSecrets(text), [text])
  const [first] = findings
  if (!first) return null
  return (
    <div className="mb-3 flex flex-wrap items-start gap-2.5 rounded-lg border border-attention-line bg-attention-soft px-4 py-3">
      <StateShape tone="attention" className="mt-1.25" />
      <div className="min-w-0 max-w-prose flex-1 basis-64">
        <p className="font-medium">{t('title', { line: first.line, what: first.what, more: findings.length - 1 })}</p>
        <p className="text-muted">{t('text')}</p>
      </div>
      {action}
    </div>
  )
}

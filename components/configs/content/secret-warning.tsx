'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { StateShape } from '@/components/ui/state-shape'
import { findSecrets } from './find-secrets'

/** Says where a config seems to hold what belongs into a secret. */
export function SecretWarning({ text }: { text: string }) {
  const t = useTranslations('configs.secretWarning')
  const findings = useMemo(() => findSecrets(text), [text])
  const [first] = findings
  if (!first) return null
  return (
    <div className="mb-3 flex items-start gap-2.5 rounded-lg border border-attention-line bg-attention-soft px-4 py-3">
      <StateShape tone="attention" className="mt-1.25" />
      <div className="max-w-prose">
        <p className="font-medium">{t('title', { line: first.line, what: first.what, more: findings.length - 1 })}</p>
        <p className="text-muted">{t('text')}</p>
      </div>
    </div>
  )
}

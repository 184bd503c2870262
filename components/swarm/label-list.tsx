'use client'

import { useTranslations } from 'use-intl'

/** Labels as they were written, sorted by key. */
export function LabelList({ labels }: { labels: Record<string, string> }) {
  const t = useTranslations('swarm.labels')
  const entries = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))
  if (entries.length === 0) return <span className="text-faint">{t('none')}</span>
  return (
    <ul className="space-y-0.5">
      {entries.map(([key, value]) => (
        <li key={key} className="wrap-anywhere font-mono text-xs leading-5">
          <span>{key}</span>
          <span className="text-faint">=</span>
          <span className="text-muted">{value}</span>
        </li>
      ))}
    </ul>
  )
}

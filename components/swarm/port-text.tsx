'use client'

import { useTranslations } from 'use-intl'
import type { PortView } from '@/lib/contract/services'

/** `8080 → 80/tcp`, and the mode where it is not the usual one. */
export function PortText({ port }: { port: PortView }) {
  const t = useTranslations('swarm.ports')
  const title = port.mode === 'host' ? t('hostTitle') : t('ingressTitle')
  return (
    <span title={title} className="whitespace-nowrap">
      <span className="font-mono">{port.published ?? t('unknown')}</span>
      <span className="mx-1 text-faint">→</span>
      <span className="font-mono">
        {port.target}/{port.protocol}
      </span>
      {port.mode === 'host' && <span className="ml-1.5 text-muted">{t('host')}</span>}
    </span>
  )
}

/** Names a port among those of one service. */
export function portKey(port: PortView): string {
  return `${port.mode} ${port.published} ${port.target} ${port.protocol}`
}

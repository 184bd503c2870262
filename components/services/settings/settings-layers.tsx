'use client'

import { useTranslations } from 'use-intl'
import { Section } from '@/components/ui/page/section'
import type { ServiceDetail } from '@/lib/contract/services'

/** Where the process finds its settings: each layer, and what this service has of it. */
export function SettingsLayers({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.layers')
  const layers = [
    { id: 'image', title: t('image'), text: t('imageText') },
    {
      id: 'environment',
      title: t('environment', { count: service.environmentNames.length }),
      text: t('environmentText'),
    },
    { id: 'configs', title: t('configs', { count: service.configs.length }), text: t('configsText') },
    { id: 'secrets', title: t('secrets', { count: service.secrets.length }), text: t('secretsText') },
  ]
  return (
    <Section title={t('title')} framed>
      <ol className="space-y-2 text-sm">
        {layers.map((layer, index) => (
          <li key={layer.id} className="flex gap-3">
            <span aria-hidden className="w-4 shrink-0 text-right text-faint tabular-nums">
              {index + 1}
            </span>
            <span>
              <span className="font-medium">{layer.title}</span>
              <span className="block text-muted">{layer.text}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

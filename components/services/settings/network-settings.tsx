'use client'

import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { PortText, portKey } from '@/components/swarm/port-text'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { Section } from '@/components/ui/page/section'
import type { ServiceDetail } from '@/lib/contract/services'

/** Which networks the tasks are on, under which names, and what is published. */
export function NetworkSettings({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.settings')
  const { ports } = service.row
  return (
    <Section title={t('network')} framed>
      <DescriptionList>
        <Description term={t('ports')}>
          {ports.length > 0
            ? ports.map((port) => (
                <span key={portKey(port)} className="block">
                  <PortText port={port} />
                  <span className="ml-2 text-muted text-xs">
                    {t(port.mode === 'host' ? 'hostMode' : 'ingressMode')}
                  </span>
                </span>
              ))
            : null}
        </Description>
        <Description term={t('networks')}>
          {service.networks.length > 0 ? (
            <ul className="space-y-1">
              {service.networks.map((network) => (
                <li key={network.id}>
                  <ObjectLink kind="network" name={network.name} />
                  {network.aliases.length > 0 && (
                    <span className="block text-muted text-xs">
                      {t('aliases')} <code>{network.aliases.join(', ')}</code>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </Description>
      </DescriptionList>
    </Section>
  )
}

'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { modeText } from '@/components/swarm/mode-text'
import { ObjectLink } from '@/components/swarm/object-link'
import { EmptyState } from '@/components/ui/page/empty-state'
import { Section } from '@/components/ui/page/section'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { ReferenceView, ServiceDetail } from '@/lib/contract/services'
import { ServiceMounts } from './service-mounts'

/** The tab or heading above says how many there are. */
const uncounted = () => ''

const idOf = (reference: ReferenceView) => `${reference.id} ${reference.target}`

/** What stands in the container's file system: configs, secrets and mounts, each with its path. */
export function ServiceFiles({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.files')
  return (
    <>
      <Section title={t('configs')}>
        <References kind="config" references={service.configs} />
      </Section>
      <Section title={t('secrets')}>
        <References kind="secret" references={service.secrets} />
      </Section>
      <Section title={t('mounts')} description={t('mountsText')}>
        <ServiceMounts mounts={service.mounts} />
      </Section>
    </>
  )
}

function References({ kind, references }: { kind: DataObjectKind; references: readonly ReferenceView[] }) {
  const t = useTranslations('services.files')
  const columns = useReferenceColumns(kind)
  return (
    <Table
      label={t(kind === 'config' ? 'configs' : 'secrets')}
      rows={references}
      rowId={idOf}
      columns={columns}
      param={kind}
      count={uncounted}
      empty={<EmptyState title={t(kind === 'config' ? 'noConfigs' : 'noSecrets')} />}
    />
  )
}

function useReferenceColumns(kind: DataObjectKind): Column<ReferenceView>[] {
  const t = useTranslations('services.files')
  return useMemo<Column<ReferenceView>[]>(
    () => [
      {
        id: 'target',
        header: t('path'),
        cell: (reference) =>
          reference.target ? <code className="break-all">{reference.target}</code> : t('credentialSpec'),
        sortBy: (reference) => reference.target,
        narrow: 'name',
      },
      {
        id: 'name',
        header: t(kind),
        cell: (reference) => <ObjectLink kind={kind} name={reference.name} />,
        sortBy: (reference) => reference.name,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'owner',
        header: t('owner'),
        cell: (reference) => <code>{`${reference.uid}:${reference.gid}`}</code>,
        narrow: 'detail',
      },
      {
        id: 'mode',
        header: t('mode'),
        cell: (reference) => <code>{modeText(reference.mode)}</code>,
        narrow: 'aside',
      },
    ],
    [t, kind],
  )
}

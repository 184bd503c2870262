'use client'

import { type ReactNode, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import { useLive } from '@/lib/browser/use-live'
import type { ConfigRow, DataObjectKind, SecretRow } from '@/lib/contract/data-objects'
import { page } from '@/lib/paths/page'
import { operationLabel } from '@/lib/rotation/family'
import { ObjectLink } from './object-link'
import { useActorName } from './use-actor-name'
import { useUnits } from './use-units'
import { VersionUsers } from './version-users'

type Version = ConfigRow | SecretRow
type Props = {
  kind: DataObjectKind
  /** Oldest first. */
  versions: readonly Version[]
  /** The one whose page this is. */
  name: string
  /** What can be done with a version. Keep it stable. */
  actions?: (version: Version) => ReactNode
}

/** The tab or heading above says how many there are. */
const uncounted = () => ''

const idOf = (version: Version) => version.id

/** All versions of one logical config or secret, and which services are on which. */
export function VersionList({ kind, versions, name, actions }: Props) {
  const t = useTranslations('swarm.versions')
  const columns = useVersionColumns({ kind, versions, name, actions })
  return (
    <Table
      label={t('label')}
      rows={versions}
      rowId={idOf}
      columns={columns}
      href={(version) => page[kind](version.name)}
      defaultSort="-created"
      param="v"
      count={uncounted}
    />
  )
}

function useVersionColumns({ kind, versions, name, actions }: Props): Column<Version>[] {
  const t = useTranslations('swarm.versions')
  const units = useUnits()
  const newest = versions.at(-1)?.name
  return useMemo<Column<Version>[]>(() => {
    const all: Column<Version>[] = [
      {
        id: 'name',
        header: t('name'),
        cell: (version) => (
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            <ObjectLink kind={kind} name={version.name} />
            {versions.length > 1 && version.name === newest && <Tag>{t('newest')}</Tag>}
            {version.name === name && <Tag>{t('this')}</Tag>}
          </span>
        ),
        sortBy: (version) => version.name,
        narrow: 'name',
      },
      {
        id: 'users',
        header: t('users'),
        cell: (version) => <VersionUsers usages={version.usedBy} />,
        sortBy: (version) => version.usedBy.length,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'size',
        header: t('size'),
        cell: (version) =>
          'sizeBytes' in version && version.sizeBytes !== null ? (
            <span className="whitespace-nowrap">{units.bytes(version.sizeBytes)}</span>
          ) : null,
        align: 'right',
      },
      {
        id: 'hash',
        header: t('hash'),
        from: 'xl',
        cell: (version) =>
          'contentSha256' in version && version.contentSha256 ? (
            <code>{version.contentSha256.slice(0, 12)}</code>
          ) : null,
      },
      {
        id: 'created',
        header: t('created'),
        cell: (version) => <RelativeTime at={version.createdAt} className="whitespace-nowrap text-muted" />,
        sortBy: (version) => version.createdAt,
        narrow: 'aside',
      },
      {
        id: 'maker',
        header: t('maker'),
        from: 'lg',
        cell: (version) => <Maker labels={version.labels} />,
        narrow: 'detail',
      },
      { id: 'actions', header: '', cell: actions ?? nothing, align: 'right', narrow: 'detail' },
    ]
    const shown = actions ? all : all.filter((column) => column.id !== 'actions')
    return kind === 'config' ? shown : shown.filter((column) => column.id !== 'size' && column.id !== 'hash')
  }, [t, units, kind, versions.length, newest, name, actions])
}

/** Who made it with Skep, by the operation that its label names; what others made does not tell. */
function Maker({ labels }: { labels: Record<string, string> }) {
  const t = useTranslations('swarm.versions')
  const actorName = useActorName()
  const { view } = useLive('operations', null)
  const operationId = labels[operationLabel]
  if (!operationId) return <span className="text-faint">{t('madeElsewhere')}</span>
  const operation = view?.rows.find(({ id }) => id === operationId)
  return (
    <Link href={page.operation(operationId)} tone="muted">
      {operation ? actorName(operation) : t('earlierOperation')}
    </Link>
  )
}

const nothing = () => null

function Tag({ children }: { children: string }) {
  return (
    <Badge tone="neutral" variant="tag">
      {children}
    </Badge>
  )
}

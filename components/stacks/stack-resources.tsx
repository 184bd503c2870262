'use client'

import { clsx } from 'clsx'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { ReasonText } from '@/components/swarm/reason-text'
import { ServiceLinks } from '@/components/swarm/service-links'
import { EmptyState } from '@/components/ui/page/empty-state'
import type { Column } from '@/components/ui/table/column'
import { Table } from '@/components/ui/table/table'
import type { ResourceKind, StackResource } from '@/lib/contract/stacks'

/** The tab or heading above says how many there are. */
const uncounted = () => ''

const idOf = (resource: StackResource) => `${resource.kind} ${resource.name}`
const textOf = (resource: StackResource) => `${resource.kind} ${resource.name} ${resource.owner} ${resource.onRemoval}`
const kinds: readonly ResourceKind[] = ['network', 'volume', 'config', 'secret']

/** Facts that somebody should act on; the others only explain. */
const warnings = new Set(['missing', 'local_volume_unpinned', 'held_by_others'])

/** The resource map: what the stack uses, who owns each thing, and what becomes of it when the stack is removed. */
export function StackResources({ resources }: { resources: readonly StackResource[] }) {
  const t = useTranslations('stacks.resources')
  const columns = useResourceColumns()
  return (
    <>
      <p className="mb-3 max-w-prose text-muted">{t('explanation')}</p>
      <Table
        label={t('title')}
        rows={resources}
        rowId={idOf}
        columns={columns}
        filterText={resources.length > 8 ? textOf : undefined}
        defaultSort="kind"
        param="r"
        count={uncounted}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
    </>
  )
}

function Name({ resource: { kind, name, id } }: { resource: StackResource }) {
  // What is gone, and what is in no list, has no place to link to.
  const isListed = id !== null || kind === 'volume'
  return isListed ? <ObjectLink kind={kind} name={name} /> : <span className="break-words font-medium">{name}</span>
}

function Notes({ resource }: { resource: StackResource }) {
  return resource.notes.map((note) => (
    <span key={note.code} className={clsx('block', warnings.has(note.code) ? 'text-attention' : 'text-muted')}>
      <ReasonText reason={note} />
    </span>
  ))
}

function useResourceColumns(): Column<StackResource>[] {
  const t = useTranslations('stacks.resources')
  return useMemo<Column<StackResource>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        cell: (resource) => <Name resource={resource} />,
        sortBy: (resource) => resource.name,
        narrow: 'name',
      },
      {
        id: 'kind',
        header: t('kind'),
        cell: (resource) => t(`kinds.${resource.kind}`),
        sortBy: (resource) => kinds.indexOf(resource.kind),
        narrow: 'aside',
      },
      {
        id: 'owner',
        header: t('owner'),
        cell: (resource) => t(resource.owner === 'stack' ? 'ownerStack' : 'ownerOutside'),
        sortBy: (resource) => resource.owner,
        narrow: 'detail',
      },
      {
        id: 'removal',
        header: t('removal'),
        cell: (resource) => (
          <span className={clsx(resource.onRemoval === 'removed' && 'font-medium')}>{t(resource.onRemoval)}</span>
        ),
        sortBy: (resource) => resource.onRemoval,
        narrow: 'detail',
      },
      {
        id: 'users',
        header: t('users'),
        from: 'lg',
        cell: (resource) => <ServiceLinks names={[...resource.usedBy, ...resource.usedOutside]} limit={2} />,
        sortBy: (resource) => resource.usedBy.length,
      },
      {
        id: 'notes',
        header: t('notes'),
        cell: (resource) => <Notes resource={resource} />,
        width: 'grow',
        narrow: 'detail',
      },
    ],
    [t],
  )
}

'use client'

import { type ReactNode, useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DoubtsNotice } from '@/components/families/doubts/doubts-notice'
import { NewObject } from '@/components/plan/create/new-object'
import { CleanUpButton } from '@/components/plan/versions/clean-up-button'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { PageHeader } from '@/components/ui/page/page-header'
import { Table } from '@/components/ui/table/table'
import { useFilterText } from '@/components/ui/table/use-filter-text'
import { useMinute } from '@/components/ui/time/use-minute'
import { useLive } from '@/lib/browser/use-live'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { ViewOf } from '@/lib/contract/topics'
import { familiesOf } from './family'
import { entryHref, entryId, entryOf, entryText, type FamilyEntry, versionEntries } from './family-entry'
import { filtersOf, matches } from './family-filter'
import { FamilyFilters } from './family-filters'
import { ListStateProvider, type NameSet, useNameSet } from './list-state'
import { SelectionBar } from './selection-bar'
import { useFamilyColumns } from './use-family-columns'

type FamilyListProps = {
  kind: DataObjectKind
  initial: ViewOf<'configs'> | ViewOf<'secrets'>
  policies: ViewOf<'policies'>
  /** Which of them something is to be done with; null where nothing can be. */
  selected: NameSet | null
}

/** All configs or secrets of the swarm, the versions of each below it. Of a secret's value there is nothing. */
export function FamilyList({ kind, initial, policies, selected }: FamilyListProps) {
  const t = useTranslations(`${kind}s`)
  const { view } = useLive<'configs' | 'secrets'>(`${kind}s`, initial)
  const { rows: known } = useLive('policies', policies).view
  const families = useMemo(
    () =>
      familiesOf(
        view.rows,
        known.filter((policy) => policy.kind === kind),
      ),
    [view.rows, known, kind],
  )
  const unused = families.filter(({ services }) => services.length === 0).length
  return (
    <>
      <PageHeader
        title={t('title')}
        state={isKnown(view.stamp) && t('state', { count: families.length, unused })}
        actions={
          <>
            {families.some(({ versions }) => versions.length > 1) && <CleanUpButton kind={kind} />}
            <NewObject kind={kind} />
          </>
        }
      />
      <DoubtsNotice kind={kind} rows={view.rows} />
      <FamilyTable
        kind={kind}
        families={families}
        selected={selected}
        empty={<NoFamily kind={kind} stamp={view.stamp} />}
      />
      {selected && <SelectionBar families={families} selected={selected} />}
    </>
  )
}

type TableProps = Pick<FamilyListProps, 'kind' | 'selected'> & {
  families: ReturnType<typeof familiesOf>
  empty: ReactNode
}

function FamilyTable({ kind, families, selected, empty }: TableProps) {
  const t = useTranslations(`${kind}s`)
  const now = useMinute()
  const [filterText, setFilterText] = useFilterText('show')
  const open = useNameSet('open')
  const columns = useFamilyColumns(kind)
  const filters = filtersOf(filterText)
  const shown = useMemo(() => {
    const wanted = filtersOf(filterText)
    return families.filter((family) => wanted.every((filter) => matches(family, filter, now))).map(entryOf)
  }, [families, filterText, now])
  const tree = useMemo(() => ({ openIds: open.names, childrenOf: versionEntries }), [open])
  const href = useMemo(() => entryHref(kind), [kind])
  const onRowKey = useCallback(
    ({ family, version }: FamilyEntry, key: string) => {
      if (key === 'ArrowRight' || key === 'ArrowLeft') open.put(family.name, key === 'ArrowRight')
      if (key === 'x' && !version) selected?.put(family.name, !selected.names.has(family.name))
    },
    [open, selected],
  )
  const state = useMemo(() => ({ open, selected }), [open, selected])
  const isEmpty = families.length === 0
  return (
    <ListStateProvider value={state}>
      <Table
        label={t('title')}
        rows={shown}
        rowId={entryId}
        columns={columns}
        href={href}
        filterText={entryText}
        defaultSort="name"
        tree={tree}
        onRowKey={onRowKey}
        toolbar={
          <FamilyFilters
            families={families}
            now={now}
            chosen={filters}
            onChange={(next) => setFilterText(next.join(','))}
          />
        }
        count={({ shown: matching, isFiltered }) => {
          const isNarrow = isFiltered || filters.length > 0
          return t(isNarrow ? 'countFiltered' : 'count', { shown: matching, total: families.length })
        }}
        empty={isEmpty && empty}
      />
    </ListStateProvider>
  )
}

function NoFamily({ kind, stamp }: { kind: DataObjectKind; stamp: ViewOf<'secrets'>['stamp'] }) {
  const t = useTranslations(`${kind}s`)
  return (
    <NoRows stamp={stamp} title={t('empty.title')}>
      <p>{t('empty.text')}</p>
      <pre className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 text-ink text-sm">
        {`docker ${kind} create NAME FILE`}
      </pre>
    </NoRows>
  )
}

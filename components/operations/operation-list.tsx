'use client'

import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useActorName } from '@/components/swarm/use-actor-name'
import { ButtonLink } from '@/components/ui/button-link'
import { Select } from '@/components/ui/form/select'
import { EmptyState } from '@/components/ui/page/empty-state'
import { PageHeader } from '@/components/ui/page/page-header'
import { Table } from '@/components/ui/table/table'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useLive } from '@/lib/browser/use-live'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { OperationState, OperationView } from '@/lib/contract/operations'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { useOperationColumns } from './use-operation-columns'

const states: readonly OperationState[] = ['running', 'needs_decision', 'planned', 'converged', 'rolled_back', 'failed']

const idOf = (row: OperationView) => row.id
const hrefOf = (row: OperationView) => page.operation(row.id)

/** Everything that Skep did or is doing, the newest first. */
export function OperationList({ initial }: { initial: ViewOf<'operations'> }) {
  const t = useTranslations('operations')
  const say = useCodedText('titles')
  const actorName = useActorName()
  const stateName = useTranslations('plan.operationState')
  const [state, setState] = useSearchParam('state', 'all')
  const { rows } = useLive('operations', initial).view
  const columns = useOperationColumns()
  const wanted = states.find((one) => one === state)
  const shown = useMemo(() => (wanted ? rows.filter((row) => row.state === wanted) : rows), [rows, wanted])
  const textOf = useCallback(
    (row: OperationView) => `${say(row.title.code, row.title.params)} ${actorName(row)} ${stateName(row.state)}`,
    [say, stateName, actorName],
  )
  const count = (one: OperationState) => rows.filter((row) => row.state === one).length

  return (
    <>
      <PageHeader
        title={t('title')}
        state={t('state', { underWay: count('running') + count('planned'), waiting: count('needs_decision') })}
      />
      <Table
        label={t('title')}
        rows={shown}
        rowId={idOf}
        columns={columns}
        href={hrefOf}
        filterText={textOf}
        defaultSort="-started"
        count={({ shown: matching, total, isFiltered }) =>
          t(isFiltered ? 'countFiltered' : 'count', { shown: matching, total })
        }
        toolbar={
          <Select
            label={t('filter')}
            hideLabel
            value={wanted ?? 'all'}
            options={[
              { value: 'all', label: t('filters.all') },
              ...states.map((one) => ({ value: one, label: `${stateName(one)} (${count(one)})` })),
            ]}
            onChange={setState}
            className="w-52"
          />
        }
        empty={rows.length === 0 ? <NoOperation /> : undefined}
      />
      {rows.length > 0 && shown.length === 0 && <p className="mt-3 text-muted">{t('noneInState')}</p>}
    </>
  )
}

function NoOperation() {
  const t = useTranslations('operations.empty')
  return (
    <EmptyState title={t('title')} action={<ButtonLink href={page.services()}>{t('action')}</ButtonLink>}>
      {t('text')}
    </EmptyState>
  )
}

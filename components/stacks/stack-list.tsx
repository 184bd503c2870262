'use client'

import { Plus } from 'lucide-react'
import { type ReactNode, useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { isKnown, NoRows } from '@/components/swarm/no-rows'
import { useHealthSentence } from '@/components/swarm/use-health-sentence'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page/page-header'
import { Table } from '@/components/ui/table/table'
import { useMay } from '@/lib/browser/current-user'
import { useLive } from '@/lib/browser/use-live'
import type { StackRow } from '@/lib/contract/stacks'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { looseServices, useStackColumns } from './use-stack-columns'

const idOf = (row: StackRow) => row.id
const hrefOf = (row: StackRow) => (row.name ? page.stack(row.name) : looseServices)

type Props = {
  initial: ViewOf<'stacks'>
  /** What else wants somebody's attention. */
  notice?: ReactNode
}

/** The board: every stack, those that need somebody first. */
export function StackList({ initial, notice }: Props) {
  const t = useTranslations('stacks')
  const { rows, stamp } = useLive('stacks', initial).view
  const columns = useStackColumns()
  const named = rows.filter((row) => row.name !== '')
  const sentence = useHealthSentence(named)
  const textOf = useCallback((row: StackRow) => `${row.name || t('withoutStack')} ${row.health}`, [t])

  return (
    <>
      <PageHeader
        title={t('title')}
        state={isKnown(stamp) && t('state', { count: named.length, states: sentence })}
        actions={<NewStackLink />}
      />
      {notice}
      <Table
        label={t('title')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        href={hrefOf}
        filterText={textOf}
        defaultSort="state"
        count={({ shown, total, isFiltered }) =>
          isFiltered ? t('countFiltered', { shown, total }) : t('count', { total: named.length })
        }
        empty={
          <NoRows stamp={stamp} title={t('empty.title')}>
            <p>{t('empty.text')}</p>
            <p className="my-3">
              <NewStackLink />
            </p>
            <p>{t('empty.live')}</p>
            <pre className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 text-ink text-sm">
              docker stack deploy -c stack.yml NAME
            </pre>
          </NoRows>
        }
      />
    </>
  )
}

function NewStackLink() {
  const t = useTranslations('stacks')
  const mayDeploy = useMay('stack.deploy')
  return (
    <ButtonLink href={page.newStack()} variant="primary" icon={Plus} disabledReason={!mayDeploy && t('mayNotDeploy')}>
      {t('new')}
    </ButtonLink>
  )
}

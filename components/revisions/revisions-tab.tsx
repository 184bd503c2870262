'use client'

import { Undo2 } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { RollBackDialog } from '@/components/plan/deploy/roll-back-dialog'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { IconButton } from '@/components/ui/icon-button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { Table } from '@/components/ui/table/table'
import { useMay } from '@/lib/browser/current-user'
import type { RevisionRow } from '@/lib/contract/deploy'
import { page } from '@/lib/paths/page'
import { CompareRevisions } from './compare-revisions'
import { NoRevision } from './no-revision'
import { useRevisionColumns } from './use-revision-columns'
import { useRevisions } from './use-revisions'

const idOf = (row: RevisionRow) => row.id
const hrefOf = (row: RevisionRow) => page.revision(row.stack, row.number)

/** Every file that this stack was deployed from, the newest first: to read, to compare, to go back to. */
export function RevisionsTab({ stack }: { stack: string }) {
  const t = useTranslations('revisions')
  const common = useTranslations('common')
  const mayDeploy = useMay('stack.deploy')
  const show = useShowDialog()
  const { revisions, error, reload } = useRevisions(stack)
  const actions = useCallback(
    (row: RevisionRow) => (
      <IconButton
        size="sm"
        icon={Undo2}
        label={t('rollBackTo', { number: row.number })}
        disabledReason={!mayDeploy && t('mayNotDeploy')}
        onClick={() => show((close) => <RollBackDialog stack={stack} number={row.number} onClose={close} />)}
      />
    ),
    [t, mayDeploy, show, stack],
  )
  const columns = useRevisionColumns(actions)

  if (error) {
    return <ProblemNotice error={error} action={<Button onClick={() => void reload()}>{common('tryAgain')}</Button>} />
  }
  if (!revisions) return <Skeleton className="h-40 w-full" />
  if (revisions.length === 0) return <NoRevision stack={stack} />
  return (
    <>
      <Table
        label={t('title')}
        rows={revisions}
        rowId={idOf}
        columns={columns}
        href={hrefOf}
        defaultSort="-number"
        param="v"
        count={({ total }) => t('count', { total })}
      />
      <CompareRevisions stack={stack} revisions={revisions} />
    </>
  )
}

'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePlanAgain } from '@/components/plan/use-plan-again'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { NumberStepper } from '@/components/ui/form/number-stepper'
import { Select } from '@/components/ui/form/select'
import { EmptyState } from '@/components/ui/page/empty-state'
import { PageHeader } from '@/components/ui/page/page-header'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { Table } from '@/components/ui/table/table'
import { usePlan } from '@/lib/browser/use-plan'
import type { PlannedCleanUp } from '@/lib/contract/policies'
import { api } from '@/lib/paths/api'
import type { VersionVerdict } from '@/lib/rotation/plan-clean-up'
import { chosenFamilies, goingOf } from './chosen-families'
import { CleanUpDialog } from './clean-up-dialog'
import { useCleanUpUrl } from './use-clean-up-url'
import { useVerdictColumns } from './use-verdict-columns'
import { useVersionsState } from './use-versions-state'

const idOf = (verdict: VersionVerdict) => `${verdict.kind} ${verdict.name}`
const textOf = (verdict: VersionVerdict) => `${verdict.name} ${verdict.family}`

/** All families with more than one version: which versions nothing needs any more, and why the others stay. */
export function CleanUpPage() {
  const t = useTranslations('cleanUp')
  const common = useTranslations('common')
  const url = useCleanUpUrl()
  const listed = usePlan<PlannedCleanUp>(api.cleanUpPlan(), { kinds: url.kinds, keep: url.keep })
  usePlanAgain(listed, useVersionsState())
  const verdicts = listed.answer?.verdicts ?? []
  const chosen = chosenFamilies(verdicts, url.families)
  const going = goingOf(verdicts, chosen)
  const columns = useVerdictColumns(verdicts, chosen, url.setFamilies)
  const show = useShowDialog()
  const wish = { kinds: url.kinds, keep: url.keep, families: chosen }
  return (
    <>
      <PageHeader
        title={t('title')}
        state={
          listed.answer &&
          t('state', { versions: verdicts.length, going: goingOf(verdicts, chosenFamilies(verdicts, '')).length })
        }
        actions={
          <Button
            variant="danger"
            icon={Trash2}
            disabledReason={going.length === 0 && t('nothing')}
            onClick={() => show((close) => <CleanUpDialog {...wish} onClose={close} />)}
          >
            {t('button', { count: going.length })}
          </Button>
        }
      />
      <p className="mb-4 max-w-prose text-muted">{t('explanation')}</p>
      <ProblemNotice error={listed.error} action={<Button onClick={listed.planAgain}>{common('tryAgain')}</Button>} />
      <div className="mb-4 flex flex-wrap gap-3">
        <Select
          label={t('kind')}
          value={url.kind}
          options={(['all', 'config', 'secret'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={url.setKind}
          className="w-52"
        />
        <NumberStepper label={t('keep')} value={url.keep} min={1} max={1_000} onChange={url.setKeep} className="w-44" />
      </div>
      {listed.answer ? (
        <Table
          label={t('versions')}
          rows={verdicts}
          rowId={idOf}
          columns={columns}
          filterText={textOf}
          defaultSort="family"
          count={({ shown, total, isFiltered }) => t(isFiltered ? 'countFiltered' : 'count', { shown, total })}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        />
      ) : (
        !listed.error && <Skeleton className="h-64 w-full" />
      )}
    </>
  )
}

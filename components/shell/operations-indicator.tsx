'use client'

import { useTranslations } from 'use-intl'
import { OperationStateBadge } from '@/components/plan/operation-state'
import { useSummaryText } from '@/components/plan/use-summary-text'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { StateShape } from '@/components/ui/state-shape'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useLive } from '@/lib/browser/use-live'
import type { OperationView } from '@/lib/contract/operations'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'

/** What Skep is doing to the swarm now, from wherever one is: an operation goes on when its page is left. */
export function OperationsIndicator({ initial }: { initial: ViewOf<'operations'> }) {
  const t = useTranslations('shell.operations')
  const { view } = useLive('operations', initial)
  const waiting = view.rows.filter((operation) => operation.state === 'needs_decision')
  const running = view.rows.filter((operation) => operation.state === 'running' || operation.state === 'planned')
  if (waiting.length + running.length === 0) return null

  const words = waiting.length > 0 ? t('waiting', { count: waiting.length }) : t('running', { count: running.length })
  return (
    <Menu
      trigger={
        <Button variant="quiet" aria-label={words}>
          <StateShape tone={waiting.length > 0 ? 'attention' : 'working'} />
          <span className="max-md:hidden">{words}</span>
          <span aria-hidden className="tabular-nums md:hidden">
            {waiting.length + running.length}
          </span>
        </Button>
      }
    >
      {[...waiting, ...running].map((operation) => (
        <MenuItem key={operation.id} href={page.operation(operation.id)}>
          <OperationLine operation={operation} />
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem href={page.operations()}>{t('all')}</MenuItem>
    </Menu>
  )
}

function OperationLine({ operation }: { operation: OperationView }) {
  const say = useCodedText('titles')
  const summary = useSummaryText()
  return (
    <span className="block max-w-80 py-0.5">
      <span className="flex items-center justify-between gap-4">
        <span className="truncate font-medium">{say(operation.title.code, operation.title.params)}</span>
        <OperationStateBadge state={operation.state} />
      </span>
      <span className="block text-muted text-sm">{summary(operation)}</span>
    </span>
  )
}

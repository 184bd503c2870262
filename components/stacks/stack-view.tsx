'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { BehindBadge } from '@/components/swarm/behind-badge'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { HealthBadge } from '@/components/swarm/health-badge'
import { TaskTable } from '@/components/swarm/tasks/task-table'
import { PageHeader } from '@/components/ui/page/page-header'
import { type Tab, Tabs } from '@/components/ui/tabs'
import { useLive } from '@/lib/browser/use-live'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { FileBehind } from './file-behind'
import { StackOverview } from './stack-overview'
import { StackPorts } from './stack-ports'
import { StackResources } from './stack-resources'
import { StackSentence } from './stack-sentence'

type Props = {
  name: string
  initial: ViewOf<`stack:${string}`>
  /** Beside its health: how it stands to its last revision. */
  badge?: ReactNode
  /** What can be done with it. */
  actions?: ReactNode
  /** Tabs of other features: its revisions, its file. */
  more?: readonly Tab[]
  /** What is left of a stack that is gone. */
  remains?: ReactNode
}

/** One stack: how it is, what runs where, what it publishes and what it owns. */
export function StackView({ name, initial, badge, actions, more = [], remains }: Props) {
  const t = useTranslations('stacks')
  const { document: stack, stamp } = useLive(`stack:${name}`, initial).view
  const trail = [{ label: t('title'), href: page.stacks() }]
  if (!stack) {
    return (
      <>
        <GoneNotice stamp={stamp} name={name} trail={trail} />
        {remains}
      </>
    )
  }

  return (
    <>
      <PageHeader
        title={name}
        trail={trail}
        badge={
          <>
            <HealthBadge health={stack.row.health} variant="soft" />
            {badge}
            {stack.row.behind.length > 0 && <BehindBadge variant="soft" />}
          </>
        }
        actions={actions}
        state={<StackSentence stack={stack} />}
      />
      <FileBehind stack={stack.row} />
      <Tabs
        label={t('tabs.label')}
        tabs={[
          {
            id: 'services',
            label: t('tabs.services'),
            count: stack.services.length,
            content: <StackOverview stack={stack} />,
          },
          {
            id: 'tasks',
            label: t('tabs.tasks'),
            count: stack.tasks.length,
            content: <TaskTable tasks={stack.tasks} show="service-and-node" />,
          },
          {
            id: 'ports',
            label: t('tabs.ports'),
            count: stack.ports.length,
            content: <StackPorts ports={stack.ports} />,
          },
          {
            id: 'resources',
            label: t('tabs.resources'),
            count: stack.resources.length,
            content: <StackResources resources={stack.resources} />,
          },
          ...more,
        ]}
      />
    </>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { LabelList } from '@/components/swarm/label-list'
import { TaskTable } from '@/components/swarm/tasks/task-table'
import { useUnits } from '@/components/swarm/use-units'
import { Copyable } from '@/components/ui/copyable'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { PageHeader } from '@/components/ui/page/page-header'
import { Section } from '@/components/ui/page/section'
import { RelativeTime } from '@/components/ui/relative-time'
import { Tabs } from '@/components/ui/tabs'
import { useLive } from '@/lib/browser/use-live'
import type { NodeDetail } from '@/lib/contract/nodes'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { ReservedCpus, ReservedMemory } from './node-reservations'
import { NodeState } from './node-state'

/** One machine: what it is, what it has promised and what runs on it. */
export function NodeView({ nodeId, initial }: { nodeId: string; initial: ViewOf<`node:${string}`> }) {
  const t = useTranslations('nodes')
  const { document: node, stamp } = useLive(`node:${nodeId}`, initial).view
  const trail = [{ label: t('title'), href: page.nodes() }]
  if (!node) return <GoneNotice stamp={stamp} name={nodeId} trail={trail} />
  const { row } = node
  return (
    <>
      <PageHeader
        title={row.hostname}
        trail={trail}
        badge={<NodeState node={row} variant="soft" />}
        state={t(row.isLeader ? 'sentenceLeader' : `sentence.${row.role}`, { count: row.runningTasks })}
      />
      <Tabs
        label={t('tabs.label')}
        tabs={[
          {
            id: 'tasks',
            label: t('tabs.tasks'),
            count: node.tasks.length,
            content: <TaskTable tasks={node.tasks} show="service" />,
          },
          { id: 'facts', label: t('tabs.facts'), content: <NodeFacts node={node} /> },
        ]}
      />
    </>
  )
}

function NodeFacts({ node: { row, ...node } }: { node: NodeDetail }) {
  const t = useTranslations('nodes')
  const units = useUnits()
  return (
    <div className="gap-x-6 lg:columns-2 [&>section]:mt-0 [&>section]:mb-8 [&>section]:break-inside-avoid">
      <Section title={t('facts.machine')} framed>
        <DescriptionList>
          <Description term={t('columns.state')}>{row.state}</Description>
          <Description term={t('facts.message')}>{row.message}</Description>
          <Description term={t('facts.availability')}>
            {t(`availability.${row.availability}`)}
            <span className="block text-muted">{t(`availabilityText.${row.availability}`)}</span>
          </Description>
          <Description term={t('columns.role')}>{t(`roles.${row.role}`)}</Description>
          <Description term={t('facts.reachability')}>{row.reachability}</Description>
          <Description term={t('columns.address')}>{row.address && <Copyable value={row.address} />}</Description>
          <Description term={t('columns.engine')}>{row.engineVersion}</Description>
          <Description term={t('facts.platform')}>{`${row.os}/${row.architecture}`}</Description>
          <Description term={t('facts.id')}>
            <Copyable value={row.id} />
          </Description>
          <Description term={t('facts.joined')}>
            <RelativeTime at={node.createdAt} />
          </Description>
        </DescriptionList>
      </Section>
      <Section title={t('facts.reservations')} description={t('facts.reservationsText')} framed>
        <div className="space-y-4 text-sm">
          <ReservedCpus node={row} />
          <ReservedMemory node={row} />
        </div>
        <p className="mt-4 text-muted text-sm">
          {t('facts.capacity', { cpus: units.cpus(row.nanoCpus), memory: units.bytes(row.memoryBytes) })}
        </p>
      </Section>
      <Section title={t('facts.labels')} description={t('facts.labelsText')} framed>
        <LabelList labels={row.labels} />
      </Section>
      <Section title={t('facts.engineLabels')} framed>
        <LabelList labels={node.engineLabels} />
        <h3 className="mt-4 mb-1 font-medium text-sm">{t('facts.plugins')}</h3>
        <p className="text-muted text-sm">{node.plugins.join(', ') || '–'}</p>
      </Section>
    </div>
  )
}

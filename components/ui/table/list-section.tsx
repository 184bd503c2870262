import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Section } from '@/components/ui/page/section'
import { Table, type TableProps } from './table'

type Props<Row> = Omit<TableProps<Row>, 'label' | 'empty'> & {
  title: string
  description: string
  actions: ReactNode
  error: unknown
  empty: { title: string; hint: string; icon: Parameters<typeof EmptyState>[0]['icon'] }
}

/** A list under a heading of its own, with what adds to it, the failure to read it, and what an empty one is for. */
export function ListSection<Row>({ title, description, actions, error, empty, ...table }: Props<Row>) {
  return (
    <Section title={title} description={description} actions={actions}>
      <ProblemNotice error={error} className="mb-3" />
      <Table
        {...table}
        label={title}
        empty={
          <EmptyState title={empty.title} icon={empty.icon}>
            {empty.hint}
          </EmptyState>
        }
      />
    </Section>
  )
}

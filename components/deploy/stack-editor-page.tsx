'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/ui/page/page-header'
import { Skeleton } from '@/components/ui/page/skeleton'
import { page } from '@/lib/paths/page'

const Loading = () => <Skeleton className="h-96 w-full" />

// The editor is large, and draws what lies in the browser alone.
const EditedStack = dynamic(() => import('./start/edited-stack').then((module) => module.EditedStack), {
  ssr: false,
  loading: Loading,
})
const NewStack = dynamic(() => import('./start/new-stack').then((module) => module.NewStack), {
  ssr: false,
  loading: Loading,
})

/** Where a stack is written: a new one, or the next revision of one that is there. */
export function StackEditorPage({ name }: { name: string | null }) {
  const t = useTranslations('deploy')
  const stacks = { label: t('trail'), href: page.stacks() }
  if (name === null) {
    return (
      <>
        <PageHeader title={t('titleNew')} trail={[stacks]} state={t('stateNew')} />
        <NewStack />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('titleEdit', { name })}
        trail={[stacks, { label: name, href: page.stack(name) }]}
        state={t('stateEdit')}
      />
      <EditedStack name={name} />
    </>
  )
}

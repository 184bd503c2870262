import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DriftState } from '@/components/drift/drift-state'
import { DriftTab } from '@/components/drift/drift-tab'
import { FileTab } from '@/components/revisions/file-tab'
import { RevisionsLeft } from '@/components/revisions/revisions-left'
import { RevisionsTab } from '@/components/revisions/revisions-tab'
import { StackActions } from '@/components/stacks/stack-actions'
import { StackView } from '@/components/stacks/stack-view'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'
import { page } from '@/lib/paths/page'

type Props = { params: Promise<{ stack: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).stack) }
}

/** Also of a stack that is gone: its revisions stay. */
export default async function StackPage({ params }: Props) {
  const name = decodeURIComponent((await params).stack)
  await requireUser('stack.read')
  const initial = live().view(`stack:${name}`)
  // What people try first; a stack of that name is shown all the same.
  if (name === 'new' && !initial.document) redirect(page.newStack())
  const t = await translator('stacks.tabs')
  return (
    <StackView
      name={name}
      initial={initial}
      badge={<DriftState stack={name} />}
      actions={<StackActions name={name} />}
      more={[
        { id: 'revisions', label: t('revisions'), content: <RevisionsTab stack={name} /> },
        { id: 'file', label: t('file'), content: <FileTab stack={name} /> },
        { id: 'drift', label: t('drift'), content: <DriftTab stack={name} /> },
      ]}
      remains={<RevisionsLeft stack={name} />}
    />
  )
}

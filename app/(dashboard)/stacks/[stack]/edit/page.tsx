import type { Metadata } from 'next'
import { StackEditorPage } from '@/components/deploy/stack-editor-page'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'

type Props = { params: Promise<{ stack: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('deploy')
  return { title: t('titleEdit', { name: decodeURIComponent((await params).stack) }) }
}

/** Also of a stack that is gone: its revisions stay, and it can be deployed again from them. */
export default async function EditStackPage({ params }: Props) {
  await requireUser('stack.deploy')
  return <StackEditorPage name={decodeURIComponent((await params).stack)} />
}

import type { Metadata } from 'next'
import { StackEditorPage } from '@/components/deploy/stack-editor-page'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('deploy'))('titleNew') }
}

export default async function NewStackPage() {
  await requireUser('stack.deploy')
  return <StackEditorPage name={null} />
}

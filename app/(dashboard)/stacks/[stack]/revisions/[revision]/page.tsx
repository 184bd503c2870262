import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RevisionPage } from '@/components/revisions/revision-page'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'

type Props = { params: Promise<{ stack: string; revision: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { stack, revision } = await params
  const t = await translator('revisions')
  return { title: `${decodeURIComponent(stack)}: ${t('one', { number: Number(revision) })}` }
}

export default async function StackRevisionPage({ params }: Props) {
  const { stack, revision } = await params
  await requireUser('stack.file.read')
  const number = Number(revision)
  if (!Number.isInteger(number)) notFound()
  return <RevisionPage stack={decodeURIComponent(stack)} number={number} />
}

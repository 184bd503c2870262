import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StackView } from '@/components/stacks/stack-view'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ stack: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).stack) }
}

export default async function StackPage({ params }: Props) {
  const name = decodeURIComponent((await params).stack)
  await requireUser('stack.read')
  const initial = live().view(`stack:${name}`)
  if (!initial.document && initial.stamp.asOf > 0) notFound()
  return <StackView name={name} initial={initial} />
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NodeView } from '@/components/nodes/node-view'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ node: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = live().view(`node:${(await params).node}`)
  return { title: document?.row.hostname }
}

export default async function NodePage({ params }: Props) {
  await requireUser('node.read')
  const { node } = await params
  const initial = live().view(`node:${node}`)
  if (!initial.document && initial.stamp.asOf > 0) notFound()
  return <NodeView nodeId={node} initial={initial} />
}

import type { Metadata } from 'next'
import { NodeList } from '@/components/nodes/node-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('nodes'))('title') }
}

export default async function NodesPage() {
  await requireUser('node.read')
  return <NodeList initial={live().view('nodes')} />
}

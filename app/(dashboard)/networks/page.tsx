import type { Metadata } from 'next'
import { NetworkList } from '@/components/networks/network-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('networks'))('title') }
}

export default async function NetworksPage() {
  await requireUser('network.read')
  return <NetworkList initial={live().view('networks')} />
}

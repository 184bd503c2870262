import type { Metadata } from 'next'
import { ConfigFamilies } from '@/components/families/config-families'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('configs'))('title') }
}

export default async function ConfigsPage() {
  await requireUser('config.read')
  return <ConfigFamilies initial={live().view('configs')} policies={live().view('policies')} />
}

import type { Metadata } from 'next'
import { VolumeList } from '@/components/networks/volume-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('volumes'))('title') }
}

export default async function VolumesPage() {
  await requireUser('volume.read')
  return <VolumeList initial={live().view('volumes')} />
}

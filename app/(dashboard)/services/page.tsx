import type { Metadata } from 'next'
import { ServiceList } from '@/components/services/service-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('services'))('title') }
}

export default async function ServicesPage() {
  await requireUser('service.read')
  return <ServiceList initial={live().view('services')} />
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReplicaScaler } from '@/components/services/replica-scaler'
import { ServiceView } from '@/components/services/service-view'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ service: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).service) }
}

export default async function ServicePage({ params }: Props) {
  const name = decodeURIComponent((await params).service)
  await requireUser('service.read')
  const initial = live().view(`service:${name}`)
  if (!initial.document && initial.stamp.asOf > 0) notFound()
  return <ServiceView name={name} initial={initial} scaler={<ReplicaScaler name={name} initial={initial} />} />
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SecretRotation } from '@/components/rotation/secret-rotation'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ secret: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('rotation')
  return { title: t('title.secret', { name: decodeURIComponent((await params).secret) }) }
}

export default async function RotateSecretPage({ params }: Props) {
  const name = decodeURIComponent((await params).secret)
  await requireUser('secret.rotate')
  const initial = live().view(`secret:${name}`)
  if (!initial.document && initial.stamp.asOf > 0) notFound()
  return <SecretRotation name={name} initial={initial} />
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConfigRotation } from '@/components/rotation/config-rotation'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ config: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('rotation')
  return { title: t('title.config', { name: decodeURIComponent((await params).config) }) }
}

export default async function RotateConfigPage({ params }: Props) {
  const name = decodeURIComponent((await params).config)
  await requireUser('config.rotate')
  const initial = live().view(`config:${name}`)
  if (!initial.document && initial.stamp.asOf > 0) notFound()
  return <ConfigRotation name={name} initial={initial} />
}

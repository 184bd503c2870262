import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConfigView } from '@/components/configs/config-view'
import { PolicyTab } from '@/components/families/policy/policy-tab'
import { RemoveVersion } from '@/components/plan/versions/remove-version'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ config: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).config) }
}

export default async function ConfigPage({ params }: Props) {
  const name = decodeURIComponent((await params).config)
  await requireUser('config.read')
  const initial = live().view(`config:${name}`)
  if (!initial.document && initial.stamp.asOf > 0) notFound()
  const policies = live().view('policies')
  const t = await translator('configs.tabs')
  return (
    <ConfigView
      name={name}
      initial={initial}
      actions={<RemoveVersion kind="config" name={name} initial={initial} />}
      more={[
        {
          id: 'policy',
          label: t('policy'),
          content: <PolicyTab kind="config" name={name} initial={initial} policies={policies} />,
        },
      ]}
    />
  )
}

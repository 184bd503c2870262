import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RotateNow } from '@/components/families/one-click/rotate-now'
import { PolicyTab } from '@/components/families/policy/policy-tab'
import { RemoveVersion } from '@/components/plan/versions/remove-version'
import { SecretView } from '@/components/secrets/secret-view'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

type Props = { params: Promise<{ secret: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).secret) }
}

export default async function SecretPage({ params }: Props) {
  const name = decodeURIComponent((await params).secret)
  await requireUser('secret.read')
  const initial = live().view(`secret:${name}`)
  if (!initial.document && initial.stamp.asOf > 0) notFound()
  const policies = live().view('policies')
  const t = await translator('secrets.tabs')
  return (
    <SecretView
      name={name}
      initial={initial}
      actions={
        <>
          <RemoveVersion kind="secret" name={name} initial={initial} />
          <RotateNow name={name} initial={initial} policies={policies} />
        </>
      }
      more={[
        {
          id: 'policy',
          label: t('policy'),
          content: <PolicyTab kind="secret" name={name} initial={initial} policies={policies} />,
        },
      ]}
    />
  )
}

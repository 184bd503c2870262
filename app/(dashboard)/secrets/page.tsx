import type { Metadata } from 'next'
import { SecretFamilies } from '@/components/families/secret-families'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('secrets'))('title') }
}

export default async function SecretsPage() {
  await requireUser('secret.read')
  return <SecretFamilies initial={live().view('secrets')} policies={live().view('policies')} />
}

import type { Metadata } from 'next'
import { CleanUpPage } from '@/components/clean-up/clean-up-page'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('cleanUp')
  return { title: t('title') }
}

export default async function Page() {
  await requireUser('secret.remove')
  return <CleanUpPage />
}

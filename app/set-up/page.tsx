import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entrance } from '@/components/auth/entrance'
import { SetUpForm } from '@/components/auth/set-up-form'
import { hasUsers } from '@/lib/auth/users'
import { translator } from '@/lib/i18n/translator'
import { page } from '@/lib/paths/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('auth.setUp'))('title') }
}

/** Open until somebody has used the link from the log. */
export default async function SetUpPage() {
  if (await hasUsers()) redirect(page.signIn())
  const t = await translator('auth')
  return (
    <Entrance tagline={t('tagline')} title={t('setUp.title')} intro={t('setUp.intro')}>
      <SetUpForm />
    </Entrance>
  )
}

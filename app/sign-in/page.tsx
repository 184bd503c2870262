import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entrance } from '@/components/auth/entrance'
import { localPath } from '@/components/auth/local-path'
import { SignInForm } from '@/components/auth/sign-in-form'
import { hasUsers } from '@/lib/auth/users'
import { translator } from '@/lib/i18n/translator'
import { page } from '@/lib/paths/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('auth.signIn'))('title') }
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  if (!(await hasUsers())) redirect(page.setUp())
  const t = await translator('auth')
  return (
    <Entrance tagline={t('tagline')} title={t('signIn.title')}>
      <SignInForm next={localPath([next].flat()[0], page.stacks())} />
    </Entrance>
  )
}

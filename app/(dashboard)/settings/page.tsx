import type { Metadata } from 'next'
import { Account } from '@/components/users/account'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('users'))('account') }
}

export default async function AccountPage() {
  await requireUser('session.manage')
  return <Account />
}

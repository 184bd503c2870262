import type { Metadata } from 'next'
import { UserTable } from '@/components/users/user-table'
import { requireUser } from '@/lib/auth/require-user'
import { userRows } from '@/lib/auth/users'
import { translator } from '@/lib/i18n/translator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('users'))('users') }
}

export default async function UsersPage() {
  await requireUser('user.manage')
  return <UserTable initial={await userRows()} />
}

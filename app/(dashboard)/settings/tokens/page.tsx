import type { Metadata } from 'next'
import { TokenList } from '@/components/tokens/token-list'
import { tokenRows } from '@/lib/auth/api-tokens'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('tokens'))('title') }
}

export default async function TokensPage() {
  const { id } = await requireUser('token.manage')
  return <TokenList initial={await tokenRows(id)} />
}

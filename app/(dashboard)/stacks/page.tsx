import type { Metadata } from 'next'
import { DueNotice } from '@/components/families/due-notice'
import { StackList } from '@/components/stacks/stack-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('stacks'))('title') }
}

export default async function StacksPage() {
  const user = await requireUser('stack.read')
  const notice = user.may.includes('secret.read') && <DueNotice policies={live().view('policies')} />
  return <StackList initial={live().view('stacks')} notice={notice} />
}

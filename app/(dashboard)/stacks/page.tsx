import type { Metadata } from 'next'
import { StackList } from '@/components/stacks/stack-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { live } from '@/lib/live/live'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('stacks'))('title') }
}

export default async function StacksPage() {
  await requireUser('stack.read')
  return <StackList initial={live().view('stacks')} />
}

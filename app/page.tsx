import { redirect } from 'next/navigation'
import { page } from '@/lib/paths/page'

export default function Home() {
  redirect(page.stacks())
}

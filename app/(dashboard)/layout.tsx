import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

/** The frame of every signed-in page. Each page asks for its own right again. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await requireUser('swarm.read')
  return (
    <Shell user={user} swarm={live().view('swarm')} operations={live().view('operations')}>
      {children}
    </Shell>
  )
}

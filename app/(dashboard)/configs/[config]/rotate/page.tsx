import { ConfigRotation } from '@/components/rotation/config-rotation'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

export default async function RotateConfigPage({ params }: { params: Promise<{ config: string }> }) {
  const { config } = await params
  await requireUser('config.rotate')
  return <ConfigRotation name={config} initial={live().view(`config:${config}`)} />
}

import { SecretRotation } from '@/components/rotation/secret-rotation'
import { requireUser } from '@/lib/auth/require-user'
import { live } from '@/lib/live/live'

export default async function RotateSecretPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params
  await requireUser('secret.rotate')
  return <SecretRotation name={secret} initial={live().view(`secret:${secret}`)} />
}

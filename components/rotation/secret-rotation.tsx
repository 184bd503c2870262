'use client'

import { useTranslations } from 'use-intl'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { PageHeader } from '@/components/ui/page/page-header'
import { useLive } from '@/lib/browser/use-live'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { RotationProgress } from './rotation-progress'
import { SecretRotationForm } from './secret-rotation-form'
import { useRotationUrl } from './use-rotation-url'

type Props = { name: string; initial: ViewOf<`secret:${string}`> }

/** The guide through the rotation of a secret: as for a config, but the value goes to the engine and nowhere else. */
export function SecretRotation({ name, initial }: Props) {
  const t = useTranslations('rotation')
  const { document: secret } = useLive(`secret:${name}`, initial).view
  const rotation = useRotationUrl({ kind: 'secret', name }, secret?.versions ?? [])
  if (!secret) return <GoneNotice name={name} trail={[{ label: t('trail.secret'), href: page.secrets() }]} />

  const trail = [
    { label: t('trail.secret'), href: page.secrets() },
    { label: name, href: page.secret(name) },
  ]
  return (
    <div className="max-w-6xl">
      <PageHeader title={t('title.secret', { name })} trail={trail} state={t('state.secret')} />
      {secret.row.driver ? (
        <p className="text-muted">{t('driver', { driver: secret.row.driver })}</p>
      ) : rotation.operationId !== '' ? (
        <RotationProgress
          kind="secret"
          name={name}
          operationId={rotation.operationId}
          started={rotation.started}
          onAgain={rotation.beginAgain}
        />
      ) : (
        <SecretRotationForm name={name} rotation={rotation} />
      )}
    </div>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { useConfigContent } from '@/components/plan/content/use-config-content'
import { GoneNotice } from '@/components/swarm/gone-notice'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page/page-header'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useLive } from '@/lib/browser/use-live'
import type { ViewOf } from '@/lib/contract/topics'
import { page } from '@/lib/paths/page'
import { ConfigRotationForm } from './config-rotation-form'
import { RotationProgress } from './rotation-progress'
import { useRotationUrl } from './use-rotation-url'

type Props = { name: string; initial: ViewOf<`config:${string}`> }

/** The guide through the rotation of a config: who uses it, the new content, its name, the plan, and what becomes of it. */
export function ConfigRotation({ name, initial }: Props) {
  const t = useTranslations('rotation')
  const common = useTranslations('common')
  const { document: config } = useLive(`config:${name}`, initial).view
  const rotation = useRotationUrl({ kind: 'config', name }, config?.versions ?? [])
  const { content, error, tryAgain } = useConfigContent(config?.row ?? null)
  if (!config) return <GoneNotice name={name} trail={[{ label: t('trail.config'), href: page.configs() }]} />

  const trail = [
    { label: t('trail.config'), href: page.configs() },
    { label: name, href: page.config(name) },
  ]
  return (
    <div className="max-w-6xl">
      <PageHeader title={t('title.config', { name })} trail={trail} state={t('state.config')} />
      {rotation.operationId !== '' ? (
        <RotationProgress
          kind="config"
          name={name}
          operationId={rotation.operationId}
          started={rotation.started}
          onAgain={rotation.beginAgain}
        />
      ) : content ? (
        <ConfigRotationForm config={config} content={content} rotation={rotation} />
      ) : (
        <>
          <ProblemNotice error={error} action={<Button onClick={tryAgain}>{common('tryAgain')}</Button>} />
          {!error && <Skeleton className="h-64 w-full" />}
        </>
      )}
    </div>
  )
}

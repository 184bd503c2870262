'use client'

import { useTranslations } from 'use-intl'
import { RevealButton } from '@/components/swarm/reveal-button'
import { Copyable } from '@/components/ui/copyable'
import { EmptyState } from '@/components/ui/page/empty-state'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useRevealed } from '@/lib/browser/use-revealed'
import type { EnvironmentView, ServiceDetail } from '@/lib/contract/services'
import { api } from '@/lib/paths/api'
import { isSecretName } from '@/lib/rotation/conversion/file-variables'
import { MoveVariable } from './move-variable'

/**
 * Environment variables by name. Their values are often passwords, so they are masked until somebody asks for them, which
 * is a right of its own and goes into the log, and masked again when this is left.
 */
export function ServiceEnvironment({ service }: { service: ServiceDetail }) {
  const t = useTranslations('services.environment')
  const { name, image } = service.row
  const revealed = useRevealed(name, async () => {
    const answer = await callApi<EnvironmentView>('GET', api.environment(name))
    return answer.variables
  })
  const { values } = revealed

  if (service.environmentNames.length === 0) {
    return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
  }
  const variables = values ?? service.environmentNames.map((variable) => ({ name: variable, value: undefined }))
  // The same name may be there twice (the last one counts), so the place is part of the key.
  const lines = variables.map((variable, index) => ({ ...variable, key: `${index} ${variable.name}` }))
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted">{t('explanation')}</p>
        <RevealButton revealed={revealed} count={variables.length} />
      </div>
      <ProblemNotice error={revealed.error} className="mb-3" />
      <dl className="overflow-hidden rounded-lg border border-line bg-surface font-mono text-sm">
        {lines.map((variable) => (
          <div
            key={variable.key}
            className="grid gap-x-6 border-line border-b px-4 py-2 last:border-b-0 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]"
          >
            <dt className="break-all">{variable.name}</dt>
            <dd className="flex min-w-0 flex-wrap items-center justify-between gap-x-3 break-all text-muted">
              <Value value={variable.value} />
              {isSecretName(variable.name) && variable.value !== null && (
                <span className="font-sans">
                  <MoveVariable service={name} image={image.name} variable={variable.name} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Undefined is masked, null takes the variable out that the image sets. */
function Value({ value }: { value: string | null | undefined }) {
  const t = useTranslations('services.environment')
  if (value === undefined) return <span title={t('masked')}>••••••••</span>
  if (value === null) return <span className="font-sans text-faint">{t('unset')}</span>
  if (value === '') return <span className="font-sans text-faint">{t('emptyValue')}</span>
  return (
    <Copyable value={value} className="whitespace-normal">
      <span className="whitespace-pre-wrap break-all text-ink">{value}</span>
    </Copyable>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useLive } from '@/lib/browser/use-live'
import type { StartedRotation } from '@/lib/contract/policies'
import { StartedRow } from './started-row'
import { UnreadyRow } from './unready-row'

type Props = { started: readonly StartedRotation[]; onAgain: (names: string[]) => void }

/** What became of each: its progress, or why it could not begin. */
export function RotationsBegun({ started, onAgain }: Props) {
  const t = useTranslations('oneClick')
  const { view } = useLive('operations', null)
  const failed = started.flatMap(({ name, operationId }) => (operationId === null ? [name] : []))
  return (
    <>
      <ul aria-label={t('progress')} className="divide-y divide-line">
        {started.map(({ name, operationId, problem }) => (
          <li key={name} className="py-3 first:pt-0 last:pb-0">
            {operationId === null ? (
              <UnreadyRow name={name} problem={problem} />
            ) : (
              <StartedRow
                name={name}
                operationId={operationId}
                operation={view?.rows.find(({ id }) => id === operationId) ?? null}
              />
            )}
          </li>
        ))}
      </ul>
      {failed.length > 0 && (
        <Button className="mt-4" onClick={() => onAgain(failed)}>
          {t('again', { count: failed.length })}
        </Button>
      )}
    </>
  )
}

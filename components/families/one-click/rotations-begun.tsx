'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import { useLive } from '@/lib/browser/use-live'
import { StartedRow } from './started-row'
import { UnreadyRow } from './unready-row'
import type { Run } from './use-run'

type Props = { run: Run; onAgain: (names: string[]) => void }

/** What became of each: its progress, why it could not begin, or that it waits for its services. */
export function RotationsBegun({ run: { begun, waiting }, onAgain }: Props) {
  const t = useTranslations('oneClick')
  const { view } = useLive('operations', null)
  const failed = begun.flatMap(({ name, operationId }) => (operationId === null ? [name] : []))
  return (
    <>
      <ul aria-label={t('progress')} className="divide-y divide-line">
        {begun.map(({ name, operationId, problem }) => (
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
        {waiting.map(({ name, successor }) => (
          <li key={name} className="flex items-center gap-2.5 py-3 text-muted first:pt-0 last:pb-0">
            <Spinner />
            {begun.length > 0 ? t('waits', { name, successor }) : t('started', { name, successor })}
          </li>
        ))}
      </ul>
      {failed.length > 0 && waiting.length === 0 && (
        <Button className="mt-4" onClick={() => onAgain(failed)}>
          {t('again', { count: failed.length })}
        </Button>
      )}
    </>
  )
}

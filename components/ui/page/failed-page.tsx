'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { errorFromDigest } from '@/lib/errors/digest'
import { ProblemNotice } from './problem-notice'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** In place of a page that threw: what happened, that the workloads go on, and another try. */
export function FailedPage({ error, retry }: Props) {
  const t = useTranslations('common')
  // What is not an AppError is a bug, found in the log by Next's digest.
  const problem = isAppError(error)
    ? error
    : (errorFromDigest(error.digest) ?? new AppError('unexpected', { id: error.digest ?? null }))
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">{t('failed.title')}</h1>
      <p className="mt-0.5 mb-5 text-muted">{t('failed.workload')}</p>
      <ProblemNotice error={problem} action={<Button onClick={retry}>{t('tryAgain')}</Button>} />
    </>
  )
}

'use client'

import { useTranslations } from 'use-intl'
import { OperationProgress } from '@/components/plan/operation-progress'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useLive } from '@/lib/browser/use-live'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'

type Props = {
  kind: DataObjectKind
  name: string
  /** Of the URL, so that a reload shows the same. */
  operationId: string
  /** As it was when it was started here; null after a reload, until the stream has brought it. */
  started: OperationView | null
  onAgain: () => void
}

/** What became of the rotation, and where to go from here. */
export function RotationProgress({ kind, name, operationId, started, onAgain }: Props) {
  const t = useTranslations('rotation')
  const { view } = useLive(`operation:${operationId}`, null)
  const operation = view ? view.document : started
  const successor = operation && successorOf(operation)
  if (view && !operation) return <p className="text-muted">{t('gone')}</p>
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded-lg border border-line bg-surface p-4">
        {operation ? <OperationProgress operation={operation} /> : <Skeleton className="h-24 w-full" />}
      </div>
      <p className="flex flex-wrap gap-2">
        {successor && <ButtonLink href={page[kind](successor)}>{t('done.openNew', { name: successor })}</ButtonLink>}
        <ButtonLink href={page[kind](name)}>{t('done.openOld', { name })}</ButtonLink>
        {operation?.endedAt != null && (
          <Button variant="quiet" onClick={onAgain}>
            {t('done.again')}
          </Button>
        )}
      </p>
    </div>
  )
}

/** The new version, once it is there. */
function successorOf({ steps }: OperationView): string | null {
  const create = steps.find(({ step }) => step.action === 'create-config' || step.action === 'create-secret')
  return create?.state === 'converged' && 'name' in create.step ? create.step.name : null
}

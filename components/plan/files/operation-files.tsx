'use client'

import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { hasEnded } from '@/components/plan/operation-summary'
import { ObjectLink } from '@/components/swarm/object-link'
import { StateShape } from '@/components/ui/state-shape'
import { useApi } from '@/lib/browser/use-api'
import type { OperationView } from '@/lib/contract/operations'
import type { OperationFile } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { isUpdateStep, type Step } from '@/lib/plan/plan'
import { PatchButton } from './patch-button'

/** A step after which a stack's file may name what is used no more. */
function isMove(step: Step): boolean {
  return isUpdateStep(step) && step.action !== 'set-replicas' && step.stack !== null
}

/**
 * At the end of an operation that has moved references, whichever end that was: whether the stacks' files are still true,
 * and what makes them so. Which version a file elsewhere names, after several moves, nobody can tell.
 */
export function OperationFiles({ operation }: { operation: OperationView }) {
  const t = useTranslations('stackFiles')
  const hasMoved = operation.steps.some(({ step }) => isMove(step))
  const { data } = useApi<OperationFile[]>(
    hasMoved && hasEnded(operation.state) ? api.operationFiles(operation.id) : null,
  )
  if (!data || data.length === 0) return null
  return (
    <section aria-label={t('titleAfter')} className="flex flex-col gap-2 border-line border-t pt-3">
      <h3 className="font-medium">{t('titleAfter')}</h3>
      <ul className="flex flex-col gap-2">
        {data.map((file) => (
          <FileRow key={file.stack} file={file} />
        ))}
      </ul>
    </section>
  )
}

function FileRow({ file: { stack, revision, behind } }: { file: OperationFile }) {
  const t = useTranslations('stackFiles')
  const isBehind = revision === null && behind.length > 0
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <StateShape tone={isBehind ? 'attention' : 'running'} className="mt-1.25" />
      <p className="min-w-0 max-w-prose flex-1 basis-64">
        <ObjectLink kind="stack" name={stack} />{' '}
        {revision !== null && t.rich('revised', { number: revision, link: linkTag(page.revision(stack, revision)) })}
        {revision === null && behind.length === 0 && t('nothingBehind')}
        {isBehind && t('behind', { names: [...new Set(behind.map(({ to }) => to))].join(', ') })}
      </p>
      {isBehind && <PatchButton stack={stack} />}
    </li>
  )
}

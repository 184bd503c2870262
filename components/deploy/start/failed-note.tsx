'use client'

import { useTranslations } from 'use-intl'
import type { Draft } from '@/components/deploy/draft/draft'
import { ButtonLink } from '@/components/ui/button-link'
import { StateShape } from '@/components/ui/state-shape'
import { page } from '@/lib/paths/page'
import type { FailedStart } from './use-start'

type Props = { stack: string; draft: Draft; failed: FailedStart | null }

/** The draft begins with what did not work: most go on to correct it, and some had only come to change another thing. */
export function FailedNote({ stack, draft, failed }: Props) {
  const t = useTranslations('deploy.failed')
  if (!failed || draft.base.kind !== 'revision' || draft.base.number !== failed.number) return null
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-sunken px-4 py-2.5">
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
        <StateShape tone="attention" className="mt-1.25" />
        <span className="min-w-0">{t('text', failed)}</span>
      </p>
      <ButtonLink size="sm" href={`${page.editStack(stack)}?revision=${failed.standing}`}>
        {t('instead', failed)}
      </ButtonLink>
    </div>
  )
}

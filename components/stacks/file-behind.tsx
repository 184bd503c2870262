'use client'

import { useTranslations } from 'use-intl'
import { PatchButton } from '@/components/plan/files/patch-button'
import { StateShape } from '@/components/ui/state-shape'
import type { StackRow } from '@/lib/contract/stacks'

/** A stack whose file would put an earlier version back: what that means, and how to make the file true. */
export function FileBehind({ stack }: { stack: StackRow }) {
  const t = useTranslations('stackFiles')
  if (stack.behind.length === 0) return null
  const pairs = [...new Map(stack.behind.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()]
  return (
    <section
      aria-label={t('isBehind')}
      className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg border border-attention-line bg-attention-soft px-4 py-3"
    >
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-2">
        <StateShape tone="attention" className="mt-1.25" />
        <div className="min-w-0 max-w-prose">
          <p className="font-medium">{t('isBehind')}</p>
          <p className="break-words text-sm">{t('isBehindText')}</p>
          <ul className="mt-1 text-sm">
            {pairs.map(({ from, to }) => (
              <li key={`${from} ${to}`} className="break-words font-mono text-xs">
                {from} → {to}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <PatchButton stack={stack.name} />
    </section>
  )
}

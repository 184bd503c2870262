'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { useMay } from '@/lib/browser/current-user'
import type { LeftBe } from '@/lib/contract/deploy'
import { useLeaveBe } from './use-leave-be'

/** Who lets a field be and since when, and the way to take that back. */
export function LeftField({ stack, leftBe, onDecided }: { stack: string; leftBe: LeftBe; onDecided: () => void }) {
  const t = useTranslations('drift.left')
  const { service, field, value, at, byName } = leftBe
  const denied = !useMay('stack.deploy') && t('notAllowed')
  const takeBack = useLeaveBe({ stack, service, field }, onDecided)
  const time = () => <RelativeTime at={at} />
  return (
    <>
      <span className="self-center text-muted">
        {t.rich(value === null ? 'by' : 'scaledBy', { name: byName, time })}
      </span>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('takeBackField', { field })}
        busy={takeBack.pending}
        disabledReason={denied}
        onClick={() => void takeBack.run('DELETE')}
      >
        {t('takeBack')}
      </Button>
      <ProblemNotice error={takeBack.error} />
    </>
  )
}

type DormantProps = { stack: string; leftBe: readonly LeftBe[]; onDecided: () => void }

/** What people let be and does not differ now: it will be let be when it does. */
export function DormantFields({ stack, leftBe, onDecided }: DormantProps) {
  const t = useTranslations('drift.left')
  // A number that was set here counts only while it is that number: it says nothing about later ones.
  const standing = leftBe.filter(({ value }) => value === null)
  if (standing.length === 0) return null
  return (
    <section aria-label={t('dormant')}>
      <h3 className="mb-1.5 font-medium">{t('dormant')}</h3>
      <p className="mb-2 max-w-prose text-muted text-sm">{t('dormantText')}</p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-sm">
        {standing.map((one) => (
          <li
            key={`${one.service} ${one.field}`}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-1.5"
          >
            <span className="break-words">{one.service}</span>
            <code className="min-w-0 break-words text-muted">{one.field}</code>
            <span className="ml-auto flex flex-wrap gap-1">
              <LeftField stack={stack} leftBe={one} onDecided={onDecided} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

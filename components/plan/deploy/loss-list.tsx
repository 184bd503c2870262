'use client'

import { useTranslations } from 'use-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { StateShape } from '@/components/ui/state-shape'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { RebuiltFiles } from '@/lib/contract/deploy'

/** What of a running stack a rebuilt file cannot say. */
export function LossList({ losses }: { losses: RebuiltFiles['losses'] }) {
  const t = useTranslations('deploy.losses')
  const say = useCodedText('compose.rebuild')
  return (
    <section aria-label={t('title')} className="rounded-lg border border-line bg-sunken px-4 py-3">
      <p className="max-w-prose">{t('text')}</p>
      {losses.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Disclosure
          summary={t('count', { count: losses.length })}
          isOpenAtFirst={losses.length <= 5}
          className="mt-1.5"
        >
          <ul className="flex flex-col gap-1.5 text-sm">
            {losses.map((loss) => (
              <li
                key={`${loss.code} ${loss.service ?? ''} ${loss.path ?? ''} ${JSON.stringify(loss.params)}`}
                className="flex max-w-prose items-start gap-2"
              >
                <StateShape tone={loss.path === null ? 'neutral' : 'attention'} className="mt-1.25" />
                <span className="min-w-0 break-words">
                  {loss.service !== null && <span className="font-medium">{loss.service}: </span>}
                  {say(loss.code, loss.params)}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}

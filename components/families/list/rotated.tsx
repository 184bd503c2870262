'use client'

import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { RelativeTime } from '@/components/ui/relative-time'
import { page } from '@/lib/paths/page'
import type { LastRotation } from './family'

const timeTag = (at: number) => () => <RelativeTime at={at} />

/** When a version came into use, and by whom. */
export function Rotated({ last }: { last: LastRotation }) {
  const t = useTranslations('families.rotated')
  const heading = <span className="md:hidden">{t('narrow')} </span>
  if (last.how === 'never') {
    return (
      <span className="text-faint">
        {heading}
        {t('never')}
      </span>
    )
  }
  if (last.how === 'otherwise') {
    return (
      <span className="text-muted">
        {heading}
        {t.rich('otherwise', { time: timeTag(last.at) })}
      </span>
    )
  }
  if (last.how === 'ours') {
    const tags = { time: timeTag(last.at), link: linkTag(page.operation(last.operationId), 'name') }
    return (
      <span>
        {heading}
        {t.rich('ours', tags)}
      </span>
    )
  }
  const { at, actorName, operationId } = last.note
  return (
    <span>
      {heading}
      {t.rich('by', { actor: actorName, time: timeTag(at), link: linkTag(page.operation(operationId), 'name') })}
    </span>
  )
}

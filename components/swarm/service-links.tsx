'use client'

import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from './object-link'

type Props = { names: readonly string[] /** How many are named before the rest is only counted. */; limit?: number }

/** The services that use something, each a link. */
export function ServiceLinks({ names, limit = 3 }: Props) {
  const t = useTranslations('services')
  // One more name takes no more room than the count of one.
  const shown = names.length <= limit + 1 ? names : names.slice(0, limit)
  if (names.length === 0) return <span className="text-faint">{t('none')}</span>
  return (
    <span title={names.length > shown.length ? names.join(', ') : undefined}>
      {shown.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <ObjectLink kind="service" name={name} />
        </Fragment>
      ))}
      {names.length > shown.length && (
        <span className="text-muted"> {t('andMore', { count: names.length - shown.length })}</span>
      )}
    </span>
  )
}

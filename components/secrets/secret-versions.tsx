'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { CleanUpLink } from '@/components/plan/versions/clean-up-link'
import { RestoreVersion } from '@/components/plan/versions/restore-version'
import { standingOf } from '@/components/plan/versions/standing'
import { VersionList } from '@/components/swarm/version-list'
import type { SecretRow } from '@/lib/contract/data-objects'

/** The versions of a secret: when and by whom each was made is all that can be known of them. */
export function SecretVersions({ versions, name }: { versions: readonly SecretRow[]; name: string }) {
  const t = useTranslations('secrets')
  const actions = useCallback(
    (version: { name: string }) => (
      <RestoreVersion kind="secret" name={version.name} standing={standingOf(versions, version.name)} />
    ),
    [versions],
  )
  const [first] = versions
  return (
    <>
      <VersionList kind="secret" versions={versions} name={name} actions={actions} />
      {first && versions.length > 1 && <CleanUpLink kind="secret" family={first.family} />}
      {versions.length > 1 && <p className="mt-3 max-w-prose text-muted text-sm">{t('notCompared')}</p>}
    </>
  )
}

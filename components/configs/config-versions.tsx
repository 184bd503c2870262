'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { CleanUpLink } from '@/components/plan/versions/clean-up-link'
import { RestoreVersion } from '@/components/plan/versions/restore-version'
import { standingOf } from '@/components/plan/versions/standing'
import { VersionList } from '@/components/swarm/version-list'
import { ButtonLink } from '@/components/ui/button-link'
import type { ConfigRow } from '@/lib/contract/data-objects'
import { page } from '@/lib/paths/page'

/** The versions of a config, each with what can be done with it. */
export function ConfigVersions({ versions, name }: { versions: readonly ConfigRow[]; name: string }) {
  const t = useTranslations('configs.compare')
  const actions = useCallback(
    (version: { name: string }) => (
      <span className="flex flex-wrap items-center gap-2 md:flex-nowrap md:justify-end">
        {version.name !== name && (
          <ButtonLink size="sm" variant="quiet" href={page.compareConfigs(name, version.name)}>
            {t('link')}
          </ButtonLink>
        )}
        <RestoreVersion kind="config" name={version.name} standing={standingOf(versions, version.name)} />
      </span>
    ),
    [versions, name, t],
  )
  const [first] = versions
  return (
    <>
      <VersionList kind="config" versions={versions} name={name} actions={actions} />
      {first && versions.length > 1 && <CleanUpLink kind="config" family={first.family} />}
    </>
  )
}

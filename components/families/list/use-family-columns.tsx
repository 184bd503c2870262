'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DueBadge } from '@/components/families/due-badge'
import { ObjectLink } from '@/components/swarm/object-link'
import { useUnits } from '@/components/swarm/use-units'
import { VersionUsers } from '@/components/swarm/version-users'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { type Family, lastRotation, rotatedAt, type Version } from './family'
import type { FamilyEntry } from './family-entry'
import { FamilyName } from './family-name'
import { Rotated } from './rotated'

/** Families are ordered; their versions stay below them as they are. */
export function useFamilyColumns(kind: DataObjectKind): Column<FamilyEntry>[] {
  const t = useTranslations('families')
  const units = useUnits()
  return useMemo<Column<FamilyEntry>[]>(() => {
    const all: Column<FamilyEntry>[] = [
      {
        id: 'name',
        header: t(`columns.${kind}`),
        cell: (entry) => <FamilyName kind={kind} entry={entry} />,
        sortBy: ({ family }) => family.name,
        narrow: 'name',
      },
      {
        id: 'version',
        header: t('columns.version'),
        cell: ({ family, version }) => !version && <CurrentVersion kind={kind} family={family} />,
        sortBy: ({ family }) => family.versions.length,
        narrow: 'detail',
      },
      {
        id: 'users',
        header: t('columns.users'),
        cell: (entry) => <VersionUsers usages={usagesOf(entry)} />,
        sortBy: ({ family }) => family.services.length,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'stacks',
        header: t('columns.stacks'),
        from: 'xl',
        cell: ({ family, version }) => !version && <Stacks family={family} />,
        sortBy: ({ family }) => family.stacks.length,
      },
      {
        id: 'size',
        header: t('columns.size'),
        from: '2xl',
        cell: (entry) => {
          const sizeBytes = sizeOf(shownVersion(entry))
          if (sizeBytes === null) return null
          return <span title={units.exactBytes(sizeBytes)}>{units.bytes(sizeBytes)}</span>
        },
        sortBy: (entry) => sizeOf(shownVersion(entry)),
        align: 'right',
      },
      {
        id: 'rotated',
        header: t('columns.rotated'),
        from: 'lg',
        cell: ({ family, version }) => {
          if (!version) return <Rotated last={lastRotation(family)} />
          return version.rotated && <Rotated last={{ how: 'rotated', note: version.rotated }} />
        },
        sortBy: ({ family }) => rotatedAt(family),
        narrow: 'detail',
      },
      {
        id: 'due',
        header: t('columns.due'),
        cell: ({ family, version }) => !version && <Due family={family} />,
        sortBy: ({ family }) => dueAt(family),
        narrow: 'detail',
      },
      {
        id: 'age',
        header: t('columns.age'),
        cell: (entry) => <RelativeTime at={shownVersion(entry).createdAt} className="whitespace-nowrap text-muted" />,
        sortBy: ({ family }) => family.current.createdAt,
        narrow: 'aside',
      },
    ]
    return kind === 'config' ? all : all.filter((column) => column.id !== 'size')
  }, [t, units, kind])
}

const shownVersion = ({ family, version }: FamilyEntry): Version => version ?? family.current

const usagesOf = ({ family, version }: FamilyEntry) =>
  version ? version.usedBy : family.versions.flatMap((one) => one.usedBy)

const sizeOf = (version: Version) => ('sizeBytes' in version ? version.sizeBytes : null)

function dueAt({ policy, current }: Family): number | null {
  return policy?.maxAgeDays ? current.createdAt + policy.maxAgeDays * 86_400_000 : null
}

function CurrentVersion({ kind, family }: { kind: DataObjectKind; family: Family }) {
  const t = useTranslations('families')
  const { current, versions } = family
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {current.name !== family.name && <ObjectLink kind={kind} name={current.name} tone="muted" />}
      {versions.length > 1 && (
        <span className="whitespace-nowrap text-faint">{t('kept', { count: versions.length })}</span>
      )}
    </span>
  )
}

function Stacks({ family }: { family: Family }) {
  const named = family.stacks.filter((stack) => stack !== null)
  const [first, ...others] = named
  if (!first) return null
  return (
    <span className="inline-flex flex-wrap gap-x-2" title={named.length > 1 ? named.join(', ') : undefined}>
      <ObjectLink kind="stack" name={first} tone="muted" />
      {others.length === 1 && others.map((stack) => <ObjectLink key={stack} kind="stack" name={stack} tone="muted" />)}
      {others.length > 1 && <span className="text-faint">+{others.length}</span>}
    </span>
  )
}

function Due({ family: { policy, current } }: { family: Family }) {
  const t = useTranslations('families')
  if (!policy) return null
  if (policy.maxAgeDays === null) return <span className="text-muted">{t('policy')}</span>
  return <DueBadge maxAgeDays={policy.maxAgeDays} madeAt={current.createdAt} />
}

'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/form/checkbox'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Column } from '@/components/ui/table/column'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { VersionVerdict } from '@/lib/rotation/plan-clean-up'
import { mayGo, toggledFamilies } from './chosen-families'

/** Columns of the versions: what becomes of each and why. A family is chosen as a whole. */
export function useVerdictColumns(
  verdicts: readonly VersionVerdict[],
  chosen: readonly string[],
  setFamilies: (text: string) => void,
): Column<VersionVerdict>[] {
  const t = useTranslations('cleanUp')
  return useMemo<Column<VersionVerdict>[]>(
    () => [
      {
        id: 'chosen',
        header: '',
        width: 'fit',
        cell: (verdict) =>
          mayGo(verdict) && (
            <Checkbox
              label={<span className="sr-only">{t('choose', { family: verdict.family })}</span>}
              checked={chosen.includes(verdict.family)}
              onChange={() => setFamilies(toggledFamilies(verdicts, chosen, verdict.family))}
            />
          ),
        narrow: 'aside',
      },
      {
        id: 'name',
        header: t('columns.name'),
        cell: (verdict) => <ObjectLink kind={verdict.kind} name={verdict.name} />,
        sortBy: (verdict) => verdict.name,
        narrow: 'name',
      },
      {
        id: 'family',
        header: t('columns.family'),
        cell: (verdict) => (
          <span className="text-muted">{t('familyOf', { kind: verdict.kind, family: verdict.family })}</span>
        ),
        // The versions of a family stay together, the oldest first.
        sortBy: (verdict) => `${verdict.family} ${verdict.kind} ${String(verdict.createdAt).padStart(16, '0')}`,
        from: 'lg',
      },
      {
        id: 'verdict',
        header: t('columns.verdict'),
        cell: (verdict) => <Verdict verdict={verdict} isChosen={chosen.includes(verdict.family)} />,
        sortBy: (verdict) => verdict.keptBecause.length,
        width: 'grow',
        narrow: 'detail',
      },
      {
        id: 'created',
        header: t('columns.created'),
        cell: (verdict) => <RelativeTime at={verdict.createdAt} className="whitespace-nowrap text-muted" />,
        sortBy: (verdict) => verdict.createdAt,
        narrow: 'detail',
      },
    ],
    [t, verdicts, chosen, setFamilies],
  )
}

function Verdict({ verdict, isChosen }: { verdict: VersionVerdict; isChosen: boolean }) {
  const t = useTranslations('cleanUp')
  const say = useCodedText('cleanUp.reasons')
  if (mayGo(verdict)) return <Badge tone={isChosen ? 'failing' : 'neutral'}>{t(isChosen ? 'goes' : 'mayGo')}</Badge>
  return <>{verdict.keptBecause.map(({ code, params }) => say(code, params)).join(' ')}</>
}

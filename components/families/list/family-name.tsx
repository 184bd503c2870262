'use client'

import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/form/checkbox'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Family } from './family'
import type { FamilyEntry } from './family-entry'
import { useListState } from './list-state'

/** A family's name, with what opens and chooses it; of a version below it, what it is among the others. */
export function FamilyName({ kind, entry }: { kind: DataObjectKind; entry: FamilyEntry }) {
  const { family, version } = entry
  if (version) {
    return (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 pl-7">
        <ObjectLink kind={kind} name={version.name} />
        <VersionTags family={family} name={version.name} />
      </span>
    )
  }
  return (
    <span className="flex items-center gap-2">
      <OpenButton family={family} />
      <SelectBox family={family} />
      <ObjectLink kind={kind} name={family.current.name} label={family.name} />
    </span>
  )
}

function OpenButton({ family }: { family: Family }) {
  const t = useTranslations('families')
  const { open } = useListState()
  const isOpen = open.names.has(family.name)
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-label={t('versionsOf', { name: family.name })}
      onClick={() => open.put(family.name, !isOpen)}
      className="-ml-1.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-muted transition-colors hover:text-ink pointer-coarse:size-9"
    >
      <ChevronRight aria-hidden className={clsx('size-3.5 transition-transform', isOpen && 'rotate-90')} />
    </button>
  )
}

function SelectBox({ family }: { family: Family }) {
  const t = useTranslations('families')
  const { selected } = useListState()
  if (!selected) return null
  return (
    <Checkbox
      label={<span className="sr-only">{t('select', { name: family.name })}</span>}
      checked={selected.names.has(family.name)}
      onChange={(isChosen) => selected.put(family.name, isChosen)}
    />
  )
}

function VersionTags({ family, name }: { family: Family; name: string }) {
  const t = useTranslations('families.tags')
  const isUsed = family.services.length > 0
  return (
    <>
      {family.versions.at(-1)?.name === name && <Tag>{t('newest')}</Tag>}
      {isUsed && family.current.name === name && <Tag>{t('current')}</Tag>}
    </>
  )
}

function Tag({ children }: { children: string }) {
  return (
    <Badge tone="neutral" variant="tag">
      {children}
    </Badge>
  )
}

'use client'

import { FileCode2, FileKey2, FileText } from 'lucide-react'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Draft } from '@/components/deploy/draft/draft'
import { StateShape } from '@/components/ui/state-shape'

type Props = {
  draft: Draft
  open: string
  onOpen: (name: string) => void
  /** How many errors each file has. */
  errors: ReadonlyMap<string, number>
  /** Files that are needed and not there. */
  missing: readonly string[]
  /** What stands behind the last tab. */
  end: ReactNode
  children: ReactNode
}

/** The files of a stack as tabs: Compose files in the order in which they are merged, then those that they name. */
export function FileTabs({ draft, open, onOpen, errors, missing, end, children }: Props) {
  const t = useTranslations('deploy.files')
  return (
    <Radix.Root value={open} onValueChange={onOpen}>
      <div className="mb-2 flex items-end gap-1 shadow-[inset_0_-1px_var(--line)]">
        <Radix.List aria-label={t('label')} className="flex min-w-0 gap-1 overflow-x-auto">
          {tabNames(draft).map((name) => (
            <Radix.Trigger
              key={name}
              value={name}
              title={name}
              className="flex h-9 max-w-56 shrink-0 items-center gap-1.5 border-transparent border-b-2 px-2 text-muted text-sm transition-colors hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent-solid data-[state=active]:text-ink pointer-coarse:h-11"
            >
              <FileIcon draft={draft} name={name} />
              <span className="truncate">{name}</span>
              <Place draft={draft} name={name} />
              <Trouble errors={errors.get(name) ?? 0} isMissing={missing.includes(name)} />
            </Radix.Trigger>
          ))}
        </Radix.List>
        <span className="flex h-9 shrink-0 items-center gap-1 pointer-coarse:h-11">{end}</span>
      </div>
      <Radix.Content value={open} tabIndex={-1}>
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}

/** In the order of merging, then by name. */
export function tabNames({ files, composeFiles }: Draft): string[] {
  const others = files.map(({ name }) => name).filter((name) => !composeFiles.includes(name))
  return [...composeFiles, ...others.toSorted()]
}

function FileIcon({ draft, name }: { draft: Draft; name: string }) {
  const Icon = draft.secretFiles.includes(name) ? FileKey2 : draft.composeFiles.includes(name) ? FileCode2 : FileText
  return <Icon aria-hidden className="size-3.5 shrink-0 text-faint" />
}

function Trouble({ errors, isMissing }: { errors: number; isMissing: boolean }) {
  const t = useTranslations('deploy.files')
  if (errors === 0 && !isMissing) return null
  return (
    <>
      <StateShape tone="failing" />
      <span className="sr-only">{isMissing ? t('isMissing') : t('errors', { count: errors })}</span>
    </>
  )
}

/** Of several Compose files, which one it is. */
function Place({ draft: { composeFiles }, name }: { draft: Draft; name: string }) {
  const t = useTranslations('deploy.files')
  const index = composeFiles.indexOf(name)
  if (composeFiles.length < 2 || index < 0) return null
  return (
    <span title={t('order')} className="rounded-sm bg-sunken px-1 text-2xs text-muted tabular-nums">
      {index + 1}
    </span>
  )
}

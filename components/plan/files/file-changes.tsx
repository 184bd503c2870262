'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DiffView } from '@/components/plan/diff/diff-view'
import { linkTag } from '@/components/plan/link-tag'
import { ObjectLink } from '@/components/swarm/object-link'
import { Disclosure } from '@/components/ui/disclosure'
import type { ChangedFile, ChangedLine, StackFileChange } from '@/lib/contract/stack-files'
import { page } from '@/lib/paths/page'
import type { DiffRow, TextDiff } from '@/lib/rotation/content/diff'
import { FileProblem } from './file-problem'

type Props = {
  changes: readonly StackFileChange[] | undefined
  /** Where the plan is one of several things to read. */
  isFolded?: boolean
}

/** What the files of the stacks will say once the services have moved, and who changes them. */
export function FileChanges({ changes, isFolded = false }: Props) {
  const t = useTranslations('stackFiles')
  if (!changes || changes.length === 0) return null
  if (isFolded) {
    return (
      <FoldedFiles>
        <FileList changes={changes} />
      </FoldedFiles>
    )
  }
  return (
    <section aria-label={t('title')} className="flex w-full min-w-0 flex-col gap-3">
      <h3 className="font-medium">{t('title')}</h3>
      <FileList changes={changes} />
    </section>
  )
}

export function FoldedFiles({ children }: { children: ReactNode }) {
  const t = useTranslations('stackFiles')
  return (
    <section aria-label={t('title')} className="w-full min-w-0">
      <Disclosure summary={t('title')}>{children}</Disclosure>
    </section>
  )
}

export function FileList({ changes }: { changes: readonly StackFileChange[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {changes.map((change) => (
        <li key={change.stack} className="flex flex-col gap-2">
          <OneStack change={change} />
        </li>
      ))}
    </ul>
  )
}

function OneStack({ change: { stack, keeper, files, comesBack, problem } }: { change: StackFileChange }) {
  const t = useTranslations('stackFiles')
  const says = files.length === 0 ? t('named') : t(keeper)
  return (
    <>
      <p className="max-w-prose">
        <ObjectLink kind="stack" name={stack} />{' '}
        {!problem && (
          <span className="text-muted">
            {comesBack === null
              ? says
              : t.rich('comesBack', { number: comesBack, link: linkTag(page.revision(stack, comesBack)) })}
          </span>
        )}
      </p>
      {problem && <FileProblem problem={problem} />}
      {files.map((file) =>
        file.becomes === null ? (
          <DiffView key={file.name} diff={diffOf(file)} beforeName={file.name} afterName={t(`after.${keeper}`)} />
        ) : (
          <p key={file.name} className="text-muted text-sm">
            {t('becomes', { file: file.name, name: file.becomes })}
          </p>
        ),
      )}
    </>
  )
}

function diffOf({ lines }: ChangedFile): TextDiff {
  return {
    rows: lines.flatMap(rowOf),
    added: lines.filter(({ after }) => after !== null).length,
    removed: lines.filter(({ before }) => before !== null).length,
  }
}

function rowOf({ line, before, after }: ChangedLine): DiffRow[] {
  const [was, is] = [before, after].map((text) => text !== null && { number: line, text, ending: 'lf' as const })
  if (was && is) return [{ kind: 'changed', before: was, after: is }]
  if (is) return [{ kind: 'added', before: null, after: is }]
  return was ? [{ kind: 'removed', before: was, after: null }] : []
}

'use client'

import { useTranslations } from 'use-intl'
import { DiffView } from '@/components/plan/diff/diff-view'
import { ObjectLink } from '@/components/swarm/object-link'
import type { ChangedFile, ChangedLine, StackFileChange } from '@/lib/contract/stack-files'
import type { DiffRow, TextDiff } from '@/lib/rotation/content/diff'
import { FileProblem } from './file-problem'

/** What the files of the stacks will say once the services have moved, and who changes them. */
export function FileChanges({ changes }: { changes: readonly StackFileChange[] | undefined }) {
  const t = useTranslations('stackFiles')
  if (!changes || changes.length === 0) return null
  return (
    <section aria-label={t('title')} className="flex w-full min-w-0 flex-col gap-3">
      <h3 className="font-medium">{t('title')}</h3>
      <ul className="flex flex-col gap-4">
        {changes.map((change) => (
          <li key={change.stack} className="flex flex-col gap-2">
            <OneStack change={change} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneStack({ change: { stack, keeper, files, problem } }: { change: StackFileChange }) {
  const t = useTranslations('stackFiles')
  const says = problem ? null : files.length === 0 ? t('named') : t(keeper)
  return (
    <>
      <p className="max-w-prose">
        <ObjectLink kind="stack" name={stack} /> {says && <span className="text-muted">{says}</span>}
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

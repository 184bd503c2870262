'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { DiffLine, DiffRow } from '@/lib/rotation/content/diff'
import { diffWords, type WordPiece, wholeLine } from '@/lib/rotation/content/diff-words'

/**
 * Two sides in a wide view; in a narrow one the second side of an equal line, and the empty side of an added or removed
 * one, are left out.
 */
export function DiffRowView({ row }: { row: DiffRow }) {
  const [before, after] = piecesOf(row)
  const isSame = row.kind === 'same'
  return (
    <div className="@2xl:grid grid-cols-2 divide-line [contain-intrinsic-size:auto_1.25rem] [content-visibility:auto] @2xl:divide-x">
      <Side row={row} line={row.before} pieces={before} look={isSame ? 'same' : 'removed'} />
      <Side row={row} line={row.after} pieces={after} look={isSame ? 'repeated' : 'added'} />
    </div>
  )
}

type Look = 'same' | 'repeated' | 'removed' | 'added'

type SideProps = { row: DiffRow; line: DiffLine | null; pieces: WordPiece[]; look: Look }

const grounds: Record<Look, string> = {
  same: '',
  repeated: 'hidden @2xl:grid',
  removed: 'bg-failing-soft',
  added: 'bg-running-soft',
}

const marks: Record<Look, string> = { same: '', repeated: '', removed: 'bg-failing-line', added: 'bg-running-line' }

const signs: Record<Look, string> = { same: ' ', repeated: ' ', removed: '−', added: '+' }

function Side({ row, line, pieces, look }: SideProps) {
  if (!line) return <div className="hidden bg-sunken @2xl:block" />
  const Tag = look === 'removed' ? 'del' : look === 'added' ? 'ins' : 'span'
  return (
    <div className={clsx('grid grid-cols-[3.25rem_1rem_minmax(0,1fr)]', grounds[look])}>
      <span aria-hidden className="select-none pr-2 text-right text-faint tabular-nums">
        {line.number}
      </span>
      <span aria-hidden className="select-none text-muted">
        {signs[look]}
      </span>
      <Tag className="min-w-0 whitespace-pre-wrap break-words pr-2 no-underline">
        {pieces.map((piece) => (
          <span key={piece.from} className={piece.isChanged ? marks[look] : undefined}>
            {piece.text}
          </span>
        ))}
        <Ending row={row} line={line} />
      </Tag>
    </div>
  )
}

/** How a line ends is said only where the other side differs in it. */
function Ending({ row, line }: { row: DiffRow; line: DiffLine }) {
  const t = useTranslations('rotation.diff.ending')
  const others = (row.before === line ? row.after : row.before)?.ending ?? 'lf'
  if (row.kind === 'same' || line.ending === others) return null
  return (
    <span className="ml-1 select-none rounded-sm bg-sunken px-1 font-sans text-2xs text-muted">{t(line.ending)}</span>
  )
}

function piecesOf(row: DiffRow): [WordPiece[], WordPiece[]] {
  if (row.kind !== 'changed') return [wholeLine(row.before?.text ?? ''), wholeLine(row.after?.text ?? '')]
  const { before, after } = diffWords(row.before.text, row.after.text)
  return [before, after]
}

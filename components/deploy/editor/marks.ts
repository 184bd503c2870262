import type { Finding, TextEdit } from '@/lib/compose/finding'

/** Something said about a range of a file, in the offsets of its text. */
export type Mark = {
  start: number
  end: number
  severity: 'error' | 'warning' | 'info'
  message: string
  correction: { label: string; apply: () => void } | null
}

type Words = { say: (finding: Finding) => { title: string; hint: string }; correct: string }

/** The findings of one file as marks in its editor. */
export function marksOf(
  findings: readonly Finding[],
  file: string,
  { say, correct }: Words,
  onEdit: (edits: readonly TextEdit[]) => void,
): Mark[] {
  return findings
    .filter((finding) => finding.file === file && finding.start !== null)
    .map((finding) => ({ finding, text: say(finding) }))
    .map(({ finding, text }) => ({
      start: finding.start ?? 0,
      // A mark of no width is hard to see and to point at.
      end: Math.max(finding.end ?? 0, (finding.start ?? 0) + 1),
      severity: finding.severity,
      message: `${text.title}. ${text.hint}`,
      correction: finding.edits.length > 0 ? { label: correct, apply: () => onEdit(finding.edits) } : null,
    }))
}

import type { Finding } from '@/lib/compose/finding'

const weight: Record<Finding['severity'], number> = { error: 0, warning: 1, info: 2 }

/** The gravest first, and in the order of the file among equals. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      weight[a.severity] - weight[b.severity] ||
      (a.file ?? '').localeCompare(b.file ?? '') ||
      (a.start ?? 0) - (b.start ?? 0),
  )
}

/** Findings that can be corrected, without those that would change what another one changes already. */
export function correctionsOf(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const finding of findings) {
    if (finding.edits.length > 0 && !kept.some((other) => overlaps(other, finding))) kept.push(finding)
  }
  return kept
}

function overlaps(a: Finding, b: Finding): boolean {
  return a.edits.some((one) =>
    b.edits.some((other) => one.file === other.file && one.start <= other.end && other.start <= one.end),
  )
}

export function errorsByFile(findings: readonly Finding[]): Map<string, number> {
  const errors = new Map<string, number>()
  for (const { severity, file } of findings) {
    if (severity === 'error' && file !== null) errors.set(file, (errors.get(file) ?? 0) + 1)
  }
  return errors
}

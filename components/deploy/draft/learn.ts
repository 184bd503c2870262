import type { PlannedDeploy } from '@/lib/contract/deploy'
import { type Draft, fileOf } from './draft'

type Told = Pick<PlannedDeploy, 'wantedFiles' | 'secretFiles'>

/**
 * Takes over what a plan tells about files: which are asked for, which become secrets. What is named and not there gets a
 * place in the draft, where it can be given; a place that nobody names any more, and nobody filled, goes again.
 */
export function learn(draft: Draft, { wantedFiles, secretFiles }: Told): Draft {
  const named = new Set([...wantedFiles, ...secretFiles])
  const files = draft.files.filter(({ name, body }) => body.kind !== 'absent' || named.has(name))
  const missing = [...named].filter((name) => !fileOf(draft, name))
  const asked = [...new Set([...draft.askedFiles, ...wantedFiles])]
  const isNews =
    missing.length > 0 ||
    files.length < draft.files.length ||
    asked.length > draft.askedFiles.length ||
    !haveSameNames(secretFiles, draft.secretFiles)
  if (!isNews) return draft
  return {
    ...draft,
    files: [...files, ...missing.map((name) => ({ name, body: { kind: 'absent' as const } }))],
    askedFiles: asked,
    secretFiles: [...secretFiles],
  }
}

function haveSameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name))
}

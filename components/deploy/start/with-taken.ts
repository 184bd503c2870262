import { type Draft, fileOf } from '@/components/deploy/draft/draft'
import { withEdits } from '@/components/deploy/draft/edit-draft'
import { takeField } from '@/lib/compose/edit/take-field'
import type { MappingNode } from '@/lib/compose/parse/compose-node'
import { parseFile } from '@/lib/compose/parse/parse-file'

/** One field of a service as it runs, and the file that says so. */
export type Taking = { service: string; field: string; liveFile: string }

/** The draft with the live value in its file; null where only a person can put it there. */
export function withTaken(draft: Draft, { service, field, liveFile }: Taking): Draft | null {
  const live = rootOf('live', liveFile)
  const key = service.startsWith(`${draft.stack}_`) ? service.slice(draft.stack.length + 1) : service
  if (!live) return null
  // Of several files, the last one that has the service decides.
  for (const name of draft.composeFiles.toReversed()) {
    const body = fileOf(draft, name)?.body
    const root = body?.kind === 'text' ? rootOf(name, body.text) : null
    const edits = root && takeField(root, live, { service: key, path: field })
    if (edits) return withEdits(draft, edits)
  }
  return null
}

function rootOf(name: string, text: string): MappingNode | null {
  try {
    return parseFile(name, text).root
  } catch {
    return null
  }
}

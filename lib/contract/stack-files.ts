import type { Finding } from '@/lib/compose/finding'
import type { PlannedChange } from '@/lib/plan/plan'
import type { DataObjectKind } from './data-objects'
import type { Reason } from './reason'

/** A line of a Compose file that changes: whole where only a name stands on it, else just the part that changes. */
export type ChangedLine = { line: number; before: string | null; after: string | null }

/** A file of a stack that changes. `becomes`: the version whose content it gets; null for a Compose file. */
export type ChangedFile = { name: string; lines: ChangedLine[]; becomes: string | null }

/** What has to change in a stack's files for them to stay true. No value of a variable or content of a config is in it. */
export type StackFileChange = {
  stack: string
  /** `revision`: Skep has the files, and keeps them as the next revision. `elsewhere`: only a person can change them. */
  keeper: 'revision' | 'elsewhere'
  files: ChangedFile[]
  /** An undo brings the files of this revision back as they were. */
  comesBack: number | null
  /** Why the files cannot be changed by themselves. */
  problem: Reason | null
}

/** The answer to a plan that points services at another version. */
export type PlannedMove = PlannedChange & { stackFiles: StackFileChange[] }

/**
 * One service's reference that has moved to another version. `into`: the kind of what it has moved to, where that is
 * another one: what was a config is a secret now.
 */
export type Moved = {
  kind: DataObjectKind
  serviceName: string
  from: string
  to: string
  into?: DataObjectKind
  /** `from` is an environment variable, in whose place another one names the secret's file; or back. */
  variable?: { fileName: string; target: string; isBack: boolean }
}

/** An item of `GET /api/operations/ID/files`: what became of the files of a stack whose services an operation moved. */
export type OperationFile = {
  stack: string
  /** The revision that was stored with the end of the operation. */
  revision: number | null
  /** What the stack's file does not name yet. */
  behind: Moved[]
}

/** The answer of `GET /api/stacks/NAME/names`, and with a file of one's own in the request, of `POST`. */
export type StackPatch = {
  /** What the file does not name yet. Empty when nothing is to be changed. */
  behind: Moved[]
  /** In unified form, for `patch -p1` and `git apply`. */
  patch: string
  /** Files whose content is that of a version now; what is binary or a secret is in no patch. */
  contents: { file: string; kind: DataObjectKind; of: string }[]
  /** The file was rebuilt from what runs: the person's own looks different. */
  isRebuilt: boolean
  problem: Reason | null
  /** Of a file that cannot be read. */
  findings: Finding[]
}

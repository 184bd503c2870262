import type { Finding } from '@/lib/compose/finding'
import type { Loss } from '@/lib/compose/rebuild/loss'
import type { Effect, FieldChange, PlannedChange } from '@/lib/plan/plan'
import type { Reason } from './reason'

/**
 * A file that goes with a stack. `dataBase64` is left out where only the name is known to be needed so far: the answer's
 * `wantedFiles` says of which files the content is needed, and the content of a secret goes with the deployment alone.
 */
export type DeployFile = { name: string; dataBase64?: string; sizeBytes: number }

export type ResolveImage = 'always' | 'changed' | 'never'

export type DeployOptions = {
  /** As `--resolve-image` of `docker stack deploy`. */
  resolveImage: ResolveImage
  /** Remove services of the stack that are no longer in the file. */
  prune: boolean
  /** By the service's key: keep the number that runs now, or take the file's. Only where they differ. */
  replicas: Record<string, 'live' | 'file'>
  /** When a service fails: ask a person, which is what is done where nothing is said, or put the whole stack back. */
  onFailure?: 'ask' | 'undo'
}

/** What `POST /api/stacks/NAME/plan` gets. `PUT /api/stacks/NAME` gets the same with `planDigest` and `reason`. */
export type DeployPlanRequest = {
  files: DeployFile[]
  /** Names of the Compose files among them, the first one first. */
  composeFiles: string[]
  variables: Record<string, string>
  /** Names of variables whose values are not shown again. */
  sensitiveVariables: string[]
  options: DeployOptions
}

export type DeployRequest = DeployPlanRequest & { planDigest: string; reason: string }

export type ServiceVerdict = 'create' | 'update' | 'restart' | 'unchanged' | 'remove' | 'leave'

/** What becomes of one service. `leave`: it is no longer in the file, and stays unless the stack is pruned. */
export type PlannedService = {
  /** Its key in the file; null when it is not in the file. */
  key: string | null
  name: string
  verdict: ServiceVerdict
  effect: Effect | null
  changes: FieldChange[]
  notes: Reason[]
  /** Where the number that runs now is not the file's: `file` is null where the file has none, which means 1. */
  replicas: { live: number; file: number | null; chosen: 'live' | 'file' } | null
}

export type ObjectVerdict =
  | 'create'
  | 'unchanged'
  /** Only its labels change. */
  | 'relabel'
  | 'external'
  /** External, and not in the swarm. */
  | 'missing'
  /** A config whose content in the file is another than that in the swarm; it cannot be changed under its name. */
  | 'content_differs'
  /** A network that is there in another shape; the engine never changes a network. */
  | 'shape_differs'
  | 'remove'
  | 'leave'

export type PlannedObject = {
  kind: 'network' | 'volume' | 'config' | 'secret'
  /** Its key in the file; null when it is not in the file. */
  key: string | null
  name: string
  verdict: ObjectVerdict
  notes: Reason[]
}

/** Why a plan cannot be applied as it is. */
export type DeployProblem = Reason & {
  kind: 'service' | 'network' | 'volume' | 'config' | 'secret' | 'image' | 'stack'
  name: string
  file: string | null
  line: number | null
  column: number | null
  /** What the screen can offer to solve it. */
  remedies: DeployRemedy[]
}

export type DeployRemedy =
  /** Make the external object that is missing. */
  | { action: 'create'; kind: 'network' | 'config' | 'secret'; name: string }
  /** Change the file, as a finding's correction does. */
  | { action: 'edit'; code: string; edits: Finding['edits'] }

/** A variable that the files name. */
export type StackVariable = {
  name: string
  isSet: boolean
  isRequired: boolean
  defaultValue: string | null
  places: { file: string; line: number }[]
}

/** The answer to a plan request. Its `plan` has no steps when nothing is to be done or `problems` is not empty. */
export type PlannedDeploy = PlannedChange & {
  findings: Finding[]
  problems: DeployProblem[]
  services: PlannedService[]
  objects: PlannedObject[]
  variables: StackVariable[]
  /** Files whose content is needed to go on planning; then there is no plan yet. */
  wantedFiles: string[]
  /** Files that become secrets: their content is not asked for before the deployment. */
  secretFiles: string[]
}

/** The answer to a plan of removing a stack: what goes, and what stays. */
export type PlannedRemoval = PlannedChange & Pick<PlannedDeploy, 'services' | 'objects'>

export type RevisionKind = 'deploy' | 'adopt' | 'roll_back' | 'rotate' | 'edit'

export type RevisionResult = 'running' | 'converged' | 'rolled_back' | 'failed' | 'needs_decision' | 'recorded'

/** A stack file as it was deployed, without its content. */
export type RevisionRow = {
  id: string
  stack: string
  /** Counted from 1 for each stack. */
  number: number
  kind: RevisionKind
  createdAt: number
  endedAt: number | null
  actorName: string
  reason: string
  result: RevisionResult
  operationId: string | null
  /** The revision that it brought back. */
  restores: number | null
  summary: RevisionSummary
}

export type RevisionSummary = {
  files: { name: string; sizeBytes: number; isSecret: boolean }[]
  variables: string[]
  /** By the service's name. */
  images: Record<string, string>
  configs: string[]
  secrets: string[]
}

/** Files and variables of one revision. The values of sensitive variables and the content of secrets are not in it. */
export type RevisionContent = {
  row: RevisionRow
  files: DeployFile[]
  composeFiles: string[]
  variables: Record<string, string>
  sensitiveVariables: string[]
  options: DeployOptions
}

export type DriftState = 'in_sync' | 'drifted' | 'unknown'

/** A field of a service that somebody lets be as it is, whatever the file says, until that is taken back. */
export type LeftBe = {
  /** The service's name. */
  service: string
  /** As a FieldChange has it. */
  field: string
  /** Only while it has this value, as after scaling with Skep. Null: whatever value it has. */
  value: string | null
  at: number
  byName: string
}

export type DriftedField = FieldChange & { leftBe: LeftBe | null }

/** How a stack stands to its last revision, apart from its health. */
export type Drift = {
  state: DriftState
  since: number | null
  /** Those that differ, also where all that differs is let be. */
  services: {
    name: string
    verdict: 'changed' | 'missing' | 'extra'
    changes: DriftedField[]
    /** Of the live spec, with the values that are masked. */
    digest: string
  }[]
  /** What is let be and does not differ now. */
  dormant: LeftBe[]
}

/** How two states of a stack differ: two revisions, or a revision and what is live. */
export type StackComparison = {
  services: { name: string; verdict: 'added' | 'removed' | 'changed'; changes: FieldChange[] }[]
  objects: {
    kind: 'network' | 'config' | 'secret'
    name: string
    verdict: 'added' | 'removed' | 'changed'
    changes: FieldChange[]
  }[]
}

/** The answer of `GET /api/stacks/NAME/file`: files that would make what runs now, and what they cannot say. */
export type RebuiltFiles = Pick<RevisionContent, 'files' | 'composeFiles'> & { losses: Loss[] }

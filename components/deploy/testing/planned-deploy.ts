import type { Finding } from '@/lib/compose/finding'
import type { PlannedDeploy, PlannedService } from '@/lib/contract/deploy'
import type { Effect } from '@/lib/plan/plan'

/** An answer to a plan request that has nothing in it but what a test gives. */
export function plannedDeploy(parts: Partial<PlannedDeploy> = {}): PlannedDeploy {
  return {
    digest: 'd'.repeat(64),
    plan: {
      schema: 1,
      swarmId: 'swarm',
      title: { code: 'deploy-stack', params: { stack: 'todo' } },
      steps: [],
      notes: [],
      undoes: null,
    },
    findings: [],
    problems: [],
    services: [],
    objects: [],
    variables: [],
    wantedFiles: [],
    secretFiles: [],
    ...parts,
  }
}

export function plannedService(parts: Partial<PlannedService> & { name: string }): PlannedService {
  return { key: parts.name, verdict: 'create', effect: null, changes: [], notes: [], replicas: null, ...parts }
}

export const restart: Effect = {
  kind: 'restart',
  tasks: 3,
  order: 'start-first',
  parallelism: 1,
  delayMs: 0,
  monitorMs: 5_000,
  failureAction: 'rollback',
  lowestRunning: 3,
  hasHealthcheck: true,
}

export function foundAt(
  code: Finding['code'],
  severity: Finding['severity'],
  start: number,
  edits: Finding['edits'] = [],
): Finding {
  return {
    code,
    severity,
    params: { image: 'caddy' },
    file: 'compose.yaml',
    line: 1,
    column: start + 1,
    start,
    end: start + 3,
    edits,
  }
}

import type { Int64, UpdateBody } from '@/lib/compose/convert/bodies'
import type { Path } from '@/lib/compose/convert/locate'
import type { Finding } from '@/lib/compose/finding'
import { constraintProblem } from './constraint'
import type { ServiceRuleContext } from './rule-context'

const mebibyte = 1024 * 1024
const leastMemory = 4 * mebibyte

/** 0.001 CPUs in billionths. */
const leastCpus = 1_000_000

/** The engine counts with 63 bits, and the CLI sends 64. */
const largestCount = 2n ** 63n - 1n

const conditions = ['none', 'on-failure', 'any']
const failureActions = ['pause', 'continue', 'rollback']

/** What the engine refuses of a `deploy` section. Source: moby/swarmkit, manager/controlapi/service.go. */
export function deployFindings(context: ServiceRuleContext): Finding[] {
  const { service, body, say } = context
  const { Placement, RestartPolicy } = body.TaskTemplate
  const constraints = (Placement.Constraints ?? []).flatMap((constraint, index) => {
    const problem = constraintProblem(constraint)
    return problem === null
      ? []
      : [say('constraint_invalid', ['deploy', 'placement', 'constraints', index], { constraint, problem })]
  })
  const isJob = 'ReplicatedJob' in body.Mode || 'GlobalJob' in body.Mode
  const condition = RestartPolicy?.Condition ?? ''
  const isKnown = condition === '' || conditions.includes(condition)
  return [
    ...resourceFindings(context),
    ...genericFindings(context),
    ...((service.deploy.replicas ?? 0n) > largestCount ? [say('number_too_large', ['deploy', 'replicas'])] : []),
    ...constraints,
    ...(isKnown
      ? []
      : [say('restart_condition_unknown', [...restartPath, 'condition'], { condition, known: conditions })]),
    ...negative([RestartPolicy?.Delay, RestartPolicy?.Window], ['delay', 'window'], (key) =>
      say('duration_negative', [...restartPath, key]),
    ),
    ...(isJob && body.UpdateConfig ? [say('update_config_of_job', ['deploy', 'update_config'])] : []),
    ...updateFindings(body.UpdateConfig, ['deploy', 'update_config'], say),
    ...actionFindings(body.RollbackConfig, ['deploy', 'rollback_config'], say),
  ]
}

const restartPath: Path = ['deploy', 'restart_policy']

function resourceFindings({ body, say }: ServiceRuleContext): Finding[] {
  const { Limits, Reservations } = body.TaskTemplate.Resources
  return (
    [
      ['limits', Limits],
      ['reservations', Reservations],
    ] as const
  ).flatMap(([section, resources]) => {
    const path = ['deploy', 'resources', section]
    const { NanoCPUs = 0, MemoryBytes = 0 } = resources ?? {}
    return [
      ...(NanoCPUs !== 0 && NanoCPUs < leastCpus ? [say('cpus_too_small', [...path, 'cpus'], { least: '0.001' })] : []),
      ...(MemoryBytes !== 0 && MemoryBytes < leastMemory
        ? [say('memory_too_small', [...path, 'memory'], { bytes: Number(MemoryBytes), leastMebibytes: 4 })]
        : []),
    ]
  })
}

/** One that says nothing makes the engine stumble, and the request ends without an answer. */
function genericFindings({ service, say }: ServiceRuleContext): Finding[] {
  const resources = service.deploy.reservations?.genericResources ?? []
  return resources.flatMap((resource, index) =>
    resource === null
      ? [say('generic_resource_empty', ['deploy', 'resources', 'reservations', 'generic_resources', index])]
      : [],
  )
}

function updateFindings(update: UpdateBody | undefined, path: Path, say: ServiceRuleContext['say']): Finding[] {
  if (!update) return []
  const { MaxFailureRatio: ratio } = update
  return [
    ...actionFindings(update, path, say),
    ...(ratio < 0 || ratio > 1 ? [say('failure_ratio_out_of_range', [...path, 'max_failure_ratio'], { ratio })] : []),
    ...negative([update.Delay, update.Monitor], ['delay', 'monitor'], (key) =>
      say('duration_negative', [...path, key]),
    ),
  ]
}

/** Of a rollback nothing else is looked at. */
function actionFindings(update: UpdateBody | undefined, path: Path, say: ServiceRuleContext['say']): Finding[] {
  const action = update?.FailureAction ?? ''
  if (action === '' || failureActions.includes(action)) return []
  return [say('failure_action_unknown', [...path, 'failure_action'], { action, known: failureActions })]
}

function negative(
  times: readonly (Int64 | undefined)[],
  keys: readonly string[],
  make: (key: string) => Finding,
): Finding[] {
  return keys.filter((_, index) => (times[index] ?? 0) < 0).map(make)
}

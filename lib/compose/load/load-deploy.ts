import { type ComposeNode, childOf, itemsOf } from '@/lib/compose/parse/compose-node'
import { roundToFloat32 } from '@/lib/compose/parse/go-number'
import {
  bytesOf,
  durationOf,
  floatOf,
  integerOf,
  labelsOf,
  orNull,
  refuse,
  textOf,
  textsOf,
  unsignedOf,
} from './decode'
import type {
  DeployModel,
  GenericResourceModel,
  LimitsModel,
  ReservationsModel,
  RestartPolicyModel,
  UpdateModel,
} from './model'

export function loadDeploy(node: ComposeNode | undefined): DeployModel {
  const resources = childOf(node, 'resources')
  const placement = childOf(node, 'placement')
  return {
    mode: textOf(childOf(node, 'mode')),
    replicas: orNull(childOf(node, 'replicas'), unsignedOf),
    labels: labelsOf(childOf(node, 'labels')),
    updateConfig: orNull(childOf(node, 'update_config'), updateOf),
    rollbackConfig: orNull(childOf(node, 'rollback_config'), updateOf),
    limits: orNull(childOf(resources, 'limits'), limitsOf),
    reservations: orNull(childOf(resources, 'reservations'), reservationsOf),
    restartPolicy: orNull(childOf(node, 'restart_policy'), restartPolicyOf),
    constraints: textsOf(childOf(placement, 'constraints')),
    preferences: itemsOf(childOf(placement, 'preferences')).map((preference) => textOf(childOf(preference, 'spread'))),
    maxReplicas: unsignedOf(childOf(placement, 'max_replicas_per_node')),
    endpointMode: textOf(childOf(node, 'endpoint_mode')),
  }
}

function updateOf(node: ComposeNode): UpdateModel {
  return {
    parallelism: orNull(childOf(node, 'parallelism'), unsignedOf),
    delay: durationOf(childOf(node, 'delay')),
    failureAction: textOf(childOf(node, 'failure_action')),
    monitor: durationOf(childOf(node, 'monitor')),
    maxFailureRatio: ratioOf(childOf(node, 'max_failure_ratio')),
    order: textOf(childOf(node, 'order')),
  }
}

/** Held as float32, of which JSON knows no infinity. */
function ratioOf(node: ComposeNode | undefined): number {
  const ratio = roundToFloat32(floatOf(node))
  return node && !Number.isFinite(ratio) ? refuse('number_not_finite', node) : ratio
}

function limitsOf(node: ComposeNode): LimitsModel {
  return {
    cpus: textOf(childOf(node, 'cpus')),
    memoryBytes: bytesOf(childOf(node, 'memory')),
    pids: integerOf(childOf(node, 'pids')),
  }
}

function reservationsOf(node: ComposeNode): ReservationsModel {
  return {
    cpus: textOf(childOf(node, 'cpus')),
    memoryBytes: bytesOf(childOf(node, 'memory')),
    genericResources: itemsOf(childOf(node, 'generic_resources')).map(genericResourceOf),
  }
}

function genericResourceOf(node: ComposeNode): GenericResourceModel {
  return orNull(childOf(node, 'discrete_resource_spec'), (spec) => ({
    kind: textOf(childOf(spec, 'kind')),
    value: integerOf(childOf(spec, 'value')),
  }))
}

function restartPolicyOf(node: ComposeNode): RestartPolicyModel {
  return {
    condition: textOf(childOf(node, 'condition')),
    delay: orNull(childOf(node, 'delay'), durationOf),
    maxAttempts: orNull(childOf(node, 'max_attempts'), unsignedOf),
    window: orNull(childOf(node, 'window'), durationOf),
  }
}

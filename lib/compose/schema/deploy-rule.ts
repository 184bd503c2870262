import {
  closed,
  duration,
  integer,
  listOf,
  listOrMapping,
  number,
  orNull,
  type Rule,
  since,
  text,
  textList,
} from './rule'

/** The `deploy` section of a service. It has no `x-` keys in any version. */
export function deployRule(minor: number): Rule {
  const resource = { cpus: text, memory: text }
  const properties: Record<string, Rule> = {
    mode: text,
    replicas: integer,
    labels: listOrMapping,
    update_config: updateRule(minor),
    resources: closed({
      limits: closed({ ...resource, ...since(9, minor, { pids: integer }) }),
      reservations: closed({ ...resource, ...since(5, minor, { generic_resources: genericResources }) }),
    }),
    restart_policy: closed({ condition: text, delay: duration, max_attempts: integer, window: duration }),
    placement: closed({
      constraints: textList,
      ...since(3, minor, { preferences: listOf(closed({ spread: text })) }),
      ...since(8, minor, { max_replicas_per_node: integer }),
    }),
    ...since(2, minor, { endpoint_mode: text }),
    ...since(7, minor, { rollback_config: updateRule(minor) }),
  }
  return orNull(closed(properties))
}

const genericResources = listOf(closed({ discrete_resource_spec: closed({ kind: text, value: number }) }))

function updateRule(minor: number): Rule {
  return closed({
    parallelism: integer,
    delay: duration,
    failure_action: text,
    monitor: duration,
    max_failure_ratio: number,
    ...since(4, minor, { order: { types: ['string'], choices: ['start-first', 'stop-first'] } }),
  })
}

/** Words that the engine knows at places where the schema takes any text. `*` stands for any key. */
const known: readonly [path: string, values: readonly string[]][] = [
  ['services/*/deploy/mode', ['replicated', 'global', 'replicated-job', 'global-job']],
  ['services/*/deploy/endpoint_mode', ['vip', 'dnsrr']],
  ['services/*/deploy/restart_policy/condition', ['none', 'on-failure', 'any']],
  ['services/*/deploy/update_config/failure_action', ['pause', 'continue', 'rollback']],
  ['services/*/deploy/rollback_config/failure_action', ['pause', 'continue']],
  ['services/*/ports/[]/mode', ['ingress', 'host']],
  ['services/*/ports/[]/protocol', ['tcp', 'udp', 'sctp']],
  ['services/*/volumes/[]/type', ['volume', 'bind', 'tmpfs', 'npipe', 'cluster']],
  ['services/*/logging/driver', ['json-file', 'local', 'journald', 'syslog', 'gelf', 'fluentd', 'none']],
  ['services/*/stop_signal', ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGKILL']],
  ['networks/*/driver', ['overlay']],
  ['volumes/*/driver', ['local']],
  ['configs/*/template_driver', ['golang']],
  ['secrets/*/template_driver', ['golang']],
]

export function knownValues(path: readonly string[]): readonly string[] {
  return known.find(([pattern]) => isAt(pattern, path))?.[1] ?? []
}

/** Whether a path is the one that a pattern names. */
export function isAt(pattern: string, path: readonly string[]): boolean {
  const parts = pattern.split('/')
  return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index])
}

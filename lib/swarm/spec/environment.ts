import type { EnvironmentView } from '@/lib/contract/services'
import type { ServiceSpec } from '@/lib/swarm/engine-types'

/** Names alone: values may be passwords, and are told one service at a time to those with the right. */
export function environmentNames(spec: ServiceSpec): string[] {
  return environmentOf(spec).variables.map((variable) => variable.name)
}

/** With the values. Only for the endpoint that checks the right to them and records who asked. */
export function environmentOf(spec: ServiceSpec): EnvironmentView {
  return { variables: (spec.TaskTemplate.ContainerSpec?.Env ?? []).map(variable) }
}

/** `NAME` without a sign takes a variable out that the image sets; a value may contain further signs. */
function variable(text: string): { name: string; value: string | null } {
  const sign = text.indexOf('=')
  return sign < 0 ? { name: text, value: null } : { name: text.slice(0, sign), value: text.slice(sign + 1) }
}

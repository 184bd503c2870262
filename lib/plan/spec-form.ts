import type { PortConfig, ServiceSpec } from '@/lib/swarm/engine-types'
import { type StoredFormContext, storedForm } from '@/lib/swarm/spec/stored-form'

/**
 * The stored form of a spec for telling whether two are the same: what has no order of its own is sorted. The CLI writes
 * ports, and several uses of one config or secret, in an order that differs from one deployment to the next.
 */
export function comparableForm(spec: object, context: StoredFormContext): ServiceSpec {
  const form = effectForm(spec, context)
  const { ContainerSpec } = form.TaskTemplate
  if (!ContainerSpec?.Secrets && !ContainerSpec?.Configs) return form
  const { Secrets, Configs } = ContainerSpec
  return {
    ...form,
    TaskTemplate: {
      ...form.TaskTemplate,
      ContainerSpec: {
        ...ContainerSpec,
        ...(Secrets && { Secrets: sortedBy(Secrets, (it) => `${it.SecretName}\n${it.File?.Name}`) }),
        ...(Configs && { Configs: sortedBy(Configs, (it) => `${it.ConfigName}\n${it.File?.Name}`) }),
      },
    },
  }
}

/**
 * The stored form of a spec for telling what tasks go through: the order of ports alone does not matter to the engine
 * (measured), that of references does.
 */
export function effectForm(spec: object, context: StoredFormContext): ServiceSpec {
  const form = storedForm(spec, context)
  const Ports = form.EndpointSpec?.Ports
  return Ports ? { ...form, EndpointSpec: { ...form.EndpointSpec, Ports: sortedBy(Ports, portKey) } } : form
}

function portKey({ PublishedPort = 0, TargetPort = 0, Protocol, PublishMode }: PortConfig): string {
  return `${String(PublishedPort).padStart(5, '0')} ${Protocol} ${String(TargetPort).padStart(5, '0')} ${PublishMode}`
}

/** Each key is made once: a service may publish thousands of ports. */
function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const keyed = items.map((item): [string, T] => [keyOf(item), item])
  return keyed.toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1)).map(([, item]) => item)
}

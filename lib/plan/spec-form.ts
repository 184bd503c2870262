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
        ...(Secrets && { Secrets: Secrets.toSorted(by((it) => `${it.SecretName}\n${it.File?.Name}`)) }),
        ...(Configs && { Configs: Configs.toSorted(by((it) => `${it.ConfigName}\n${it.File?.Name}`)) }),
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
  return Ports ? { ...form, EndpointSpec: { ...form.EndpointSpec, Ports: Ports.toSorted(by(portKey)) } } : form
}

function portKey({ PublishedPort = 0, TargetPort = 0, Protocol, PublishMode }: PortConfig): string {
  return `${String(PublishedPort).padStart(5, '0')} ${Protocol} ${String(TargetPort).padStart(5, '0')} ${PublishMode}`
}

function by<T>(keyOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === right) return 0
    return left < right ? -1 : 1
  }
}

import { createHash } from 'node:crypto'
import type { Config, Network, Secret, Service } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { meta } from '@/lib/swarm/testing/meta'
import { network } from '@/lib/swarm/testing/network'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { type RecordedCase, recordedStep } from './case-files'
import { afterCommand } from './setup-commands'

/** What a swarm holds before a step, by name. */
export type CaseSwarm = {
  networks: Map<string, Network>
  secrets: Map<string, Secret>
  configs: Map<string, Config>
  services: Map<string, Service>
}

/**
 * The swarm before a step of a case: what its set-up made, what was recorded after the steps before, and what the shell
 * commands in front of it did.
 */
export function swarmBefore(recordedCase: RecordedCase, index: number): CaseSwarm {
  const { caseFile } = recordedCase
  const swarm = emptySwarm()
  for (const command of caseFile.setup ?? []) afterCommand(swarm, command)
  const before = index === 0 ? null : recordedStep(recordedCase, index - 1)
  for (const [name, spec] of Object.entries(before?.networks ?? {}))
    swarm.networks.set(name, network({ ...spec, Name: name, Id: networkId(name) }))
  for (const [name, spec] of Object.entries(before?.secrets ?? {})) swarm.secrets.set(name, secretOf(name, spec))
  for (const [name, spec] of Object.entries(before?.configs ?? {})) swarm.configs.set(name, configOf(name, spec))
  for (const [name, spec] of Object.entries(before?.servicesRaw ?? before?.services ?? {}))
    swarm.services.set(name, serviceOf(name, spec))
  const step = caseFile.steps?.[index]
  for (const command of step?.pre ?? []) afterCommand(swarm, command)
  // A manager lists a removed network until its last task is gone; whoever waits does not see it any more.
  const wasRemoved = caseFile.steps?.[index - 1]?.cmd?.startsWith('docker stack rm') ?? false
  if (wasRemoved && step?.pre?.some((command) => command.startsWith('sleep')))
    for (const [name, { Labels }] of swarm.networks) if (stackOf(Labels) !== null) swarm.networks.delete(name)
  return swarm
}

/** What every node has from the beginning. */
function emptySwarm(): CaseSwarm {
  const predefined = [
    network({ Name: 'ingress', Id: networkId('ingress'), Ingress: true }),
    ...['bridge', 'host', 'none'].map((name) =>
      network({ Name: name, Id: networkId(name), Driver: name, Scope: 'local' }),
    ),
  ]
  return {
    networks: new Map(predefined.map((found) => [found.Name, found])),
    secrets: new Map(),
    configs: new Map(),
    services: new Map(),
  }
}

export function snapshotOf({ networks, secrets, configs, services }: CaseSwarm): Snapshot {
  return snapshot(...networks.values(), ...secrets.values(), ...configs.values(), ...services.values())
}

/** As the recordings write it. */
export function networkId(name: string): string {
  return `<network:${name}>`
}

export function secretOf(name: string, spec: object): Secret {
  return { ID: `<secret:${name}>`, ...meta(), Spec: { ...spec, Name: name } }
}

export function configOf(name: string, spec: { Data?: string }): Config {
  const { Data, ...rest } = spec
  const bytes = Buffer.from(Data ?? '', 'base64')
  const content = { SizeBytes: bytes.length, Sha256: createHash('sha256').update(bytes).digest('hex') }
  return {
    ID: `<config:${name}>`,
    ...meta(),
    Spec: { ...rest, Name: name },
    Content: Data === undefined ? null : { ...content, Format: 'text' },
  }
}

export function serviceOf(name: string, spec: object): Service {
  return { ID: `<service:${name}>`, ...meta(), Spec: { TaskTemplate: {}, ...spec, Name: name } }
}

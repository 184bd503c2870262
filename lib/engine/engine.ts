import 'server-only'
import type { NetworkBody } from '@/lib/compose/convert/bodies'
import { settings } from '@/lib/settings'
import type { Config, EngineInfo, Network, Node, Secret, Service, Task } from '@/lib/swarm/engine-types'
import { inspectConfig, listConfigs, readConfig } from './configs'
import type { EngineSettings } from './connection/docker-host'
import type { LogPiece } from './connection/log-tail'
import { sharedList } from './connection/shared-list'
import { Transport } from './connection/transport'
import { readEngineInfo } from './engine-info'
import { type EventsWanted, watchEvents } from './events'
import * as objects from './objects'
import {
  checkRegistryLogin,
  type Distribution,
  type ImageQuestion,
  inspectDistribution,
  type RegistryLogin,
} from './registry'
import { type LogQuestion, readTaskLog } from './task-log'
import * as writes from './writes'

/** Everything that Skep asks of a Docker engine. Whatever fails is an AppError; see connection/translate-error.ts. */
export type Engine = {
  info: () => Promise<EngineInfo>
  listServices: () => Promise<Service[]>
  listTasks: (filter?: objects.TaskFilter) => Promise<Task[]>
  listNodes: () => Promise<Node[]>
  listNetworks: () => Promise<Network[]>
  /** The swarm's `host` and `bridge`, which listNetworks leaves out. */
  listPredefinedNetworks: () => Promise<Network[]>
  /** Costly for the engine, which sends all contents. They are summarized and dropped as they arrive. */
  listConfigs: () => Promise<Config[]>
  listSecrets: () => Promise<Secret[]>
  inspectService: (id: string) => Promise<Service>
  inspectNode: (id: string) => Promise<Node>
  inspectNetwork: (id: string) => Promise<Network>
  inspectConfig: (id: string) => Promise<Config>
  inspectSecret: (id: string) => Promise<Secret>
  readConfig: (id: string) => Promise<{ config: Config; data: Buffer }>
  /** By the exact name. Names are unique without regard to case, so a name may be taken and yet not be found here. */
  findConfig: (name: string) => Promise<Config | null>
  findSecret: (name: string) => Promise<Secret | null>
  findService: (name: string) => Promise<Service | null>
  findNetwork: (name: string) => Promise<Network | null>
  /** What the containers print may hold anything, secrets too. `isCut`: there was more than was asked for. */
  readTaskLog: (question: LogQuestion) => Promise<{ pieces: LogPiece[]; isCut: boolean }>
  inspectDistribution: (question: ImageQuestion) => Promise<Distribution>
  watchEvents: (wanted: EventsWanted) => Promise<void>
  /** Whether it is at a change of ours right now: what is not urgent may be asked afterwards. */
  isWriting: () => boolean
  createConfig: (config: writes.NewConfig) => Promise<string>
  createSecret: (secret: writes.NewSecret) => Promise<string>
  relabelConfig: (config: writes.Relabelling) => Promise<void>
  relabelSecret: (secret: writes.Relabelling) => Promise<void>
  createNetwork: (network: NetworkBody) => Promise<string>
  createService: (service: writes.NewService) => Promise<string>
  /** Resolves with the engine's warnings. */
  updateService: (update: writes.ServiceUpdate) => Promise<string[]>
  removeConfig: (id: string) => Promise<void>
  removeSecret: (id: string) => Promise<void>
  removeService: (id: string) => Promise<void>
  removeNetwork: (id: string) => Promise<void>
  initSwarm: (wanted: { advertiseAddress: string }) => Promise<string>
  /** Throws engine_refused or engine_failed, with the engine's words, when the registry does not let it in. */
  checkRegistryLogin: (login: RegistryLogin) => Promise<void>
}

/** Opens no connection yet. Throws when the address cannot be used at all, as with ssh://. */
export function connectEngine(engineSettings: EngineSettings): Engine {
  const transport = new Transport(engineSettings)
  const listAllTasks = sharedList(() => objects.listTasks(transport))
  return {
    info: sharedList(() => readEngineInfo(transport)),
    listServices: sharedList(() => objects.listServices(transport)),
    listTasks: (filter) =>
      filter?.serviceIds || filter?.stack ? objects.listTasks(transport, filter) : listAllTasks(),
    listNodes: sharedList(() => objects.listNodes(transport)),
    listNetworks: sharedList(() => objects.listNetworks(transport)),
    listPredefinedNetworks: () => objects.inspectPredefinedNetworks(transport),
    listConfigs: sharedList(() => listConfigs(transport)),
    listSecrets: sharedList(() => objects.listSecrets(transport)),
    inspectService: (id) => objects.inspectService(transport, id),
    inspectNode: (id) => objects.inspectNode(transport, id),
    inspectNetwork: (id) => objects.inspectNetwork(transport, id),
    inspectConfig: (id) => inspectConfig(transport, id),
    inspectSecret: (id) => objects.inspectSecret(transport, id),
    readConfig: (id) => readConfig(transport, id),
    findConfig: async (name) => (await listConfigs(transport, name)).find(({ Spec }) => Spec.Name === name) ?? null,
    findSecret: (name) => objects.findSecret(transport, name),
    findService: (name) => objects.findService(transport, name),
    findNetwork: (name) => objects.findNetwork(transport, name),
    readTaskLog: (question) => readTaskLog(transport, question),
    inspectDistribution: (question) => inspectDistribution(transport, question),
    watchEvents: (wanted) => watchEvents(transport, wanted),
    isWriting: () => transport.isWriting,
    createConfig: (config) => writes.createConfig(transport, config),
    createSecret: (secret) => writes.createSecret(transport, secret),
    relabelConfig: (config) => writes.relabel(transport, 'config', config),
    relabelSecret: (secret) => writes.relabel(transport, 'secret', secret),
    createNetwork: (network) => writes.createNetwork(transport, network),
    createService: (service) => writes.createService(transport, service),
    updateService: (update) => writes.updateService(transport, update),
    removeConfig: (id) => writes.removeObject(transport, 'config', id),
    removeSecret: (id) => writes.removeObject(transport, 'secret', id),
    removeService: (id) => writes.removeObject(transport, 'service', id),
    removeNetwork: (id) => writes.removeObject(transport, 'network', id),
    initSwarm: ({ advertiseAddress }) => writes.initSwarm(transport, advertiseAddress),
    checkRegistryLogin: (login) => checkRegistryLogin(transport, login),
  }
}

const g = globalThis as typeof globalThis & { skepEngine?: Engine }

/** The engine that the settings name; one per process, so that its limits count for everybody. */
export function engine(): Engine {
  g.skepEngine ??= connectEngine(settings())
  return g.skepEngine
}

import { connectEngine, type Engine } from '@/lib/engine/engine'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { askEngine, filtered } from '@/scripts/sandbox/machine/engine-api.mjs'
import { downSandbox, readSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'

export type Swarm = {
  host: string
  engine: Engine
  engineVersion: string
  apiVersion: string
  ask: <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<T>
  /** All that services can refer to, as Skep's own snapshot has it. */
  look: () => Promise<Snapshot>
  /** Removes all objects, and waits until they are gone. */
  clear: () => Promise<void>
  close: () => Promise<void>
}

/** How long removed services may take with their tasks. */
const goneLimitMs = 60_000

/**
 * A sandbox whose nodes take no tasks: specs are stored as everywhere, and stacks are gone at once. One that is up is taken
 * as it is; one that is made has one node, and goes again.
 */
export async function upSwarm(name: string, kind: 'debian' | 'current' | undefined): Promise<Swarm> {
  const wanted = readSandbox(name) ? {} : { nodes: 1, engine: kind }
  const sandbox = await upSandbox({ name, log: console.log, ...wanted })
  const swarm = await openSwarm(sandbox.nodes[0]?.socket ?? '')
  if (!sandbox.isNew) return swarm
  return {
    ...swarm,
    close: async () => {
      await downSandbox(name)
    },
  }
}

/** The swarm of the manager with this socket. No node takes tasks until it is closed. */
export async function openSwarm(socket: string): Promise<Swarm> {
  const host = `unix://${socket}`
  const engine = connectEngine({ dockerHost: host, dockerCertPath: '', dockerTlsVerify: false })
  const { engineVersion, apiVersion } = await engine.info()
  const ask: Swarm['ask'] = (method, path, body) => askEngine(socket, method, `/v${apiVersion}${path}`, { body })
  await setAvailability(ask, 'drain')
  const look = () => lookAt(engine)
  return {
    host,
    engine,
    engineVersion,
    apiVersion,
    ask,
    look,
    clear: () => clear(ask, look),
    close: () => setAvailability(ask, 'active'),
  }
}

async function setAvailability(ask: Swarm['ask'], availability: 'active' | 'drain'): Promise<void> {
  const nodes = await ask<{ ID: string; Version: { Index: number }; Spec: object }[]>('GET', '/nodes')
  for (const { ID, Version, Spec } of nodes)
    await ask('POST', `/nodes/${ID}/update?version=${Version.Index}`, { ...Spec, Availability: availability })
}

async function lookAt(engine: Engine): Promise<Snapshot> {
  const lists = await Promise.all([
    engine.listServices(),
    engine.listNetworks(),
    engine.listPredefinedNetworks(),
    engine.listConfigs(),
    engine.listSecrets(),
    engine.listNodes(),
  ])
  return snapshot(...lists.flat())
}

async function clear(ask: Swarm['ask'], look: Swarm['look']): Promise<void> {
  const deadline = Date.now() + goneLimitMs
  while (Date.now() < deadline) {
    const { service, config, secret } = await look()
    // Those of a node alone, too: a file may ask for a bridge, and its name would stay taken.
    const custom = await ask<{ Id: string; Ingress: boolean; Name: string }[]>(
      'GET',
      `/networks${filtered({ type: ['custom'] })}`,
    )
    const networks = custom.filter(({ Ingress, Name }) => !Ingress && Name !== 'docker_gwbridge')
    if (service.size + config.size + secret.size + networks.length === 0) return
    for (const id of service.keys()) await ask('DELETE', `/services/${id}`)
    for (const id of config.keys()) await ask('DELETE', `/configs/${id}`)
    for (const id of secret.keys()) await ask('DELETE', `/secrets/${id}`)
    // One that a task still holds goes in a later round.
    for (const { Id } of networks) await ask('DELETE', `/networks/${Id}`).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('What was deployed does not go away.')
}

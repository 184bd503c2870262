// @ts-check
import { fileURLToPath } from 'node:url'
import { askEngine, filtered } from './machine/engine-api.mjs'
import { insideNetwork } from './machine/network.mjs'
import { firstProcess } from './machine/processes.mjs'
import { run } from './machine/run.mjs'
import { SandboxError } from './machine/sandbox-error.mjs'
import { findManager, requireSandbox } from './state.mjs'

/** @typedef {import('./machine/engine-api.mjs').EngineTask} EngineTask */

const httpGet = fileURLToPath(new URL('./http-get.mjs', import.meta.url))

/**
 * Asks a running task of a service over HTTP, by its address on its node's docker_gwbridge and from inside that node.
 * Published ports of the ingress network answer nowhere here: most sandboxes' kernels lack IPVS.
 * The service is a name or an id; the port by default the first that it publishes, else 80; the task any that runs.
 * @param {{ sandbox?: string, service: string, path?: string, port?: number, taskId?: string }} options
 * @returns {Promise<{ status: number, body: string, taskId: string, node: string }>}
 */
export async function curlTask({ sandbox: name, service, path = '/', port, taskId }) {
  const { task, node, spec } = await findTask({ sandbox: name, service, taskId })
  const address = await addressOf(node.socket, task.Status.ContainerStatus?.ContainerID ?? '')
  const url = `http://${address}:${port ?? spec.EndpointSpec?.Ports?.[0]?.TargetPort ?? 80}/${path.replace(/^\//, '')}`
  const answer = await run('nsenter', [...insideNetwork(node.folder), process.execPath, httpGet, url])
  return { ...JSON.parse(answer), taskId: task.ID, node: node.name }
}

/**
 * The arguments that make `nsenter` run a program of the machine in the network of a running task: it has the addresses
 * of its overlay networks, and the engine's name server.
 * @param {{ sandbox?: string, service: string }} options
 */
export async function insideTaskNetwork({ sandbox: name, service }) {
  const { task, node } = await findTask({ sandbox: name, service })
  const id = task.Status.ContainerStatus?.ContainerID
  /** @type {{ State: { Pid: number } }} */
  const { State } = await askEngine(node.socket, 'GET', `/containers/${id}/json`)
  // The engine counts processes as its node does, so they are found by the node's own /proc.
  return [`--net=/proc/${firstProcess(node.folder)?.pid}/root/proc/${State.Pid}/ns/net`, '--']
}

/** @param {{ sandbox?: string, service: string, taskId?: string }} options */
async function findTask({ sandbox: name, service, taskId }) {
  const sandbox = requireSandbox(name)
  const manager = await findManager(sandbox)
  /** @type {import('./machine/engine-api.mjs').EngineService} */
  const { ID, Spec: spec } = await askEngine(manager, 'GET', `/services/${encodeURIComponent(service)}`)
  const task = await findRunningTask(manager, ID, taskId)
  /** @type {import('./machine/engine-api.mjs').EngineNode} */
  const { Description } = await askEngine(manager, 'GET', `/nodes/${task.NodeID}`)
  const node = sandbox.nodes.find((candidate) => candidate.name === Description.Hostname)
  if (!node) throw new SandboxError(`${Description.Hostname} is not a node of “${sandbox.name}”.`)
  return { task, node, spec }
}

/**
 * @param {string} manager
 * @param {string} serviceId
 * @param {string} [taskId]
 */
async function findRunningTask(manager, serviceId, taskId) {
  /** @type {EngineTask[]} */
  const tasks = await askEngine(
    manager,
    'GET',
    `/tasks${filtered({ service: [serviceId], 'desired-state': ['running'] })}`,
  )
  const task = tasks.find(({ ID, Status }) => Status.State === 'running' && (!taskId || ID === taskId))
  if (!task)
    throw new SandboxError('No task of this service is running.', 'Say: npm run sandbox -- docker service ps …')
  return task
}

/**
 * @param {string} socket
 * @param {string} containerId
 */
async function addressOf(socket, containerId) {
  /** @type {{ Containers: Record<string, { IPv4Address: string }> }} */
  const bridge = await askEngine(socket, 'GET', '/networks/docker_gwbridge')
  const address = bridge.Containers[containerId]?.IPv4Address.split('/')[0]
  if (address) return address
  /** @type {{ NetworkSettings: { Networks: Record<string, { IPAddress: string }> } }} */
  const { NetworkSettings } = await askEngine(socket, 'GET', `/containers/${containerId}/json`)
  // A task without overlay networks is on the default bridge, or shares its node's own network.
  return NetworkSettings.Networks.bridge?.IPAddress || '127.0.0.1'
}

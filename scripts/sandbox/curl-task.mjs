// @ts-check
import { fileURLToPath } from 'node:url'
import { askEngine, filtered } from './machine/engine-api.mjs'
import { insideNetwork } from './machine/network.mjs'
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
  const sandbox = requireSandbox(name)
  const manager = await findManager(sandbox)
  /** @type {import('./machine/engine-api.mjs').EngineService} */
  const { ID, Spec } = await askEngine(manager, 'GET', `/services/${encodeURIComponent(service)}`)
  const task = await findRunningTask(manager, ID, taskId)
  /** @type {import('./machine/engine-api.mjs').EngineNode} */
  const { Description } = await askEngine(manager, 'GET', `/nodes/${task.NodeID}`)
  const node = sandbox.nodes.find((candidate) => candidate.name === Description.Hostname)
  if (!node) throw new SandboxError(`${Description.Hostname} is not a node of “${sandbox.name}”.`)
  const address = await addressOf(node.socket, task.Status.ContainerStatus?.ContainerID ?? '')
  const url = `http://${address}:${port ?? Spec.EndpointSpec?.Ports?.[0]?.TargetPort ?? 80}/${path.replace(/^\//, '')}`
  const answer = await run('nsenter', [...insideNetwork(node.folder), process.execPath, httpGet, url])
  return { ...JSON.parse(answer), taskId: task.ID, node: node.name }
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

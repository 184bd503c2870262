// @ts-check
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { askEngine, filtered } from './machine/engine-api.mjs'
import { commandPath } from './machine/packages.mjs'
import { run, until } from './machine/run.mjs'
import { SandboxError } from './machine/sandbox-error.mjs'
import { findManager, requireSandbox } from './state.mjs'

/** @typedef {import('./state.mjs').Sandbox} Sandbox */

export const sampleStack = 'todo'
const configName = 'todo-list-config'
const secretName = 'todo-list-secret'

const sampleFile = (/** @type {string} */ name) => fileURLToPath(new URL(`../sample/${name}`, import.meta.url))

/**
 * Deploys the lesson's stack with Docker's own CLI, and before it what the file expects to be there: a config, a secret
 * and a node with the label. What exists already stays as it is.
 * @param {string} [sandboxName]
 * @param {(text: string) => void} [log]
 */
export async function deploySample(sandboxName, log = () => {}) {
  const sandbox = requireSandbox(sandboxName)
  const socket = await findManager(sandbox)
  const docker = (/** @type {string[]} */ args, input = '') =>
    run(commandPath('docker') ?? 'docker', ['--host', `unix://${socket}`, ...args], { input })

  await labelNode(socket, sandbox)
  if (!(await exists(socket, 'configs', configName)))
    await docker(['config', 'create', configName, sampleFile('config.json')])
  if (!(await exists(socket, 'secrets', secretName))) await docker(['secret', 'create', secretName, '-'], newSecret())
  log(`deploying the stack “${sampleStack}” …`)
  // There is no registry to ask for digests; without `never` the CLI warns of that for each image.
  await docker(['stack', 'deploy', '--resolve-image', 'never', '-c', sampleFile('todo-list.yml'), sampleStack])
  await waitUntilRunning(socket)
}

/**
 * The database keeps its data on a node labelled storage=raid: the last one, which is a worker if there are any.
 * @param {string} socket
 * @param {Sandbox} sandbox
 */
async function labelNode(socket, sandbox) {
  /** @type {import('./machine/engine-api.mjs').EngineNode[]} */
  const nodes = await askEngine(socket, 'GET', '/nodes')
  if (nodes.some((node) => node.Spec.Labels?.storage === 'raid')) return
  const hostname = sandbox.nodes.at(-1)?.name
  const node = nodes.find(({ Description }) => Description.Hostname === hostname)
  if (!node) throw new SandboxError(`The swarm does not know ${hostname}.`)
  await askEngine(socket, 'POST', `/nodes/${node.ID}/update?version=${node.Version.Index}`, {
    body: { ...node.Spec, Labels: { ...node.Spec.Labels, storage: 'raid' } },
  })
}

/**
 * @param {string} socket
 * @param {'configs' | 'secrets'} kind
 * @param {string} name
 */
async function exists(socket, kind, name) {
  /** @type {{ Spec: { Name: string } }[]} */
  const found = await askEngine(socket, 'GET', `/${kind}${filtered({ name: [name] })}`)
  return found.some(({ Spec }) => Spec.Name === name)
}

/** Made at this moment and handed to the engine by a pipe: nobody else ever sees it. */
const newSecret = () =>
  JSON.stringify({
    ConnectionStrings: {
      ToDoDb: `Server=todo-db;Database=todo;User Id=postgres;Password=${randomBytes(24).toString('base64url')};`,
    },
  })

/** @param {string} socket */
async function waitUntilRunning(socket) {
  const filter = filtered({ label: [`com.docker.stack.namespace=${sampleStack}`] })
  const running = await until(60_000, async () => {
    /** @type {import('./machine/engine-api.mjs').EngineService[]} */
    const services = await askEngine(socket, 'GET', `/services${filter}&status=true`)
    return (
      services.length > 0 &&
      services.every(({ ServiceStatus }) => ServiceStatus && ServiceStatus.RunningTasks === ServiceStatus.DesiredTasks)
    )
  })
  if (!running) throw new SandboxError(`The stack “${sampleStack}” is deployed, but not all of its tasks run.`)
}

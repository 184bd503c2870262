// @ts-check
import { spawn } from 'node:child_process'
import { usage } from './arguments.mjs'
import { commandPath, ensureCommands } from './machine/packages.mjs'
import { SandboxError } from './machine/sandbox-error.mjs'
import { allSandboxes } from './machine/take-down.mjs'
import { deploySample, sampleStack } from './sample.mjs'
import { downSandbox, engineAction, upSandbox } from './sandbox.mjs'
import { defaultName, readSandbox, requireSandbox } from './state.mjs'
import { sandboxStatus } from './status.mjs'
import { curlTask } from './task-network.mjs'

/** @typedef {import('./arguments.mjs').Arguments} Arguments */

const say = (/** @type {string} */ text) => console.log(text)

/**
 * The commands by name. Each returns the code that the process ends with.
 * @type {Record<string, (args: Arguments) => Promise<number>>}
 */
export const commands = {
  async up({ name = defaultName, nodes, managers, engine }) {
    const startedAt = performance.now()
    const sandbox = await upSandbox({ name, nodes, managers, engine, log: say })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    const count = sandbox.nodes.length
    const what = `${count} ${count === 1 ? 'node' : 'nodes'}, engine ${sandbox.engineVersion}`
    if (sandbox.isNew) say(`“${name}” is up after ${seconds} s: ${what}`)
    else say(`“${name}” is up already: ${what}`)
    say(`DOCKER_HOST=${sandbox.dockerHost}`)
    return 0
  },

  async down({ name = defaultName, all }) {
    const names = all ? allSandboxes() : [name]
    if (!names.length) say('there is no sandbox')
    for (const each of names) if (!(await downSandbox(each, say))) say(`there is no sandbox “${each}”`)
    return 0
  },

  async status({ name }) {
    const { lines, isUp } = await sandboxStatus(name)
    for (const line of lines) say(line)
    return isUp ? 0 : 1
  },

  async env({ name }) {
    const sandbox = requireSandbox(name)
    // A context chosen by DOCKER_CONTEXT would win over DOCKER_HOST.
    say('unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH')
    say(`export DOCKER_HOST='${sandbox.dockerHost}'`)
    say(`export SKEP_SANDBOX='${sandbox.name}'`)
    return 0
  },

  async sample({ name = defaultName }) {
    if (!readSandbox(name)) await upSandbox({ name, log: say })
    await deploySample(name, say)
    say(`the stack “${sampleStack}” runs in “${name}”`)
    say(`its page: npm run sandbox -- curl ${sampleStack}_todo-web --name ${name}`)
    return 0
  },

  async docker({ name, rest }) {
    const sandbox = requireSandbox(name)
    await ensureCommands(say, ['docker'])
    return runDocker(['--host', sandbox.dockerHost, ...rest])
  },

  async curl({ name, rest: [service, path] }) {
    if (!service) throw new SandboxError('Which service?', 'Say for example: npm run sandbox -- curl todo_todo-web /')
    const { status, body } = await curlTask({ sandbox: name, service, path })
    process.stdout.write(body)
    if (status >= 400) console.error(`it answered with status ${status}`)
    return status < 400 ? 0 : 1
  },

  async engine({ name = defaultName, rest: [word = '', action] }) {
    if (!word || !isEngineAction(action))
      throw new SandboxError('Which node, and what?', 'Say for example: npm run sandbox -- engine node2 kill')
    const hostname = /^\d$/.test(word) ? `node${word}` : word
    // An orderly stop can take 5 s.
    say(`engine of ${hostname}: ${action} …`)
    await engineAction(name, hostname, action)
    say('done')
    return 0
  },

  async help() {
    say(usage)
    return 0
  },
}

/**
 * @param {string | undefined} word
 * @returns {word is import('./machine/engine-process.mjs').EngineAction}
 */
const isEngineAction = (word) => ['stop', 'start', 'kill', 'freeze', 'thaw'].includes(word ?? '')

/**
 * Runs the CLI at our terminal.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function runDocker(args) {
  // Contexts and TLS settings of the person's own Docker have no part in this.
  const { DOCKER_CONTEXT: _, DOCKER_TLS_VERIFY: __, DOCKER_CERT_PATH: ___, ...env } = process.env
  const child = spawn(commandPath('docker') ?? 'docker', args, { stdio: 'inherit', env })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

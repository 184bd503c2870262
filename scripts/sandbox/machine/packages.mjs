// @ts-check
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { programFolders, run } from './run.mjs'
import { SandboxError } from './sandbox-error.mjs'
import { isStatic } from './static-program.mjs'

/** @type {Readonly<Record<string, string>>} */
const packageOf = {
  dockerd: 'docker.io',
  docker: 'docker.io',
  containerd: 'containerd',
  iptables: 'iptables',
  ip: 'iproute2',
  busybox: 'busybox-static',
  nsenter: 'util-linux',
  unshare: 'util-linux',
  setsid: 'util-linux',
  mount: 'mount',
}

const sandboxCommands = Object.keys(packageOf)

export function requireLinuxRoot() {
  if (process.platform !== 'linux')
    throw new SandboxError(
      `The sandbox needs Linux (this is ${process.platform}): its nodes are network namespaces.`,
      'Run it in a Linux virtual machine, or point DOCKER_HOST at a swarm of your own.',
    )
  if (process.getuid?.() !== 0)
    throw new SandboxError(
      'The sandbox needs root: it makes network namespaces and starts engines in them.',
      'Say: sudo npm run sandbox -- up',
    )
}

/**
 * Where a command is, if it is anywhere.
 * @param {string} command
 */
export const commandPath = (command) => programFolders.map((folder) => `${folder}/${command}`).find(isExecutable)

/**
 * Installs what is missing of the sandbox's commands with apt-get.
 * @param {(text: string) => void} log
 * @param {string[]} [commands]
 */
export async function ensureCommands(log, commands = sandboxCommands) {
  const missing = commands.filter(isMissing)
  if (!missing.length) return
  const packages = [...new Set(missing.map((command) => packageOf[command] ?? command))]
  if (!commandPath('apt-get'))
    throw new SandboxError(
      `Not found on this machine: ${missing.join(', ')}.`,
      `Install what your distribution calls ${packages.join(', ')} and try again.`,
    )
  log(`installing ${packages.join(', ')} …`)
  await installDebianPackages(packages, log)
  // From Debian 13 on the CLI is a package of its own.
  if (missing.includes('docker') && isMissing('docker')) await installDebianPackages(['docker-cli'], log)
  const stillMissing = missing.filter(isMissing)
  if (stillMissing.length)
    throw new SandboxError(`Installed ${packages.join(', ')}, but there is no ${stillMissing.join(', ')}.`)
}

/**
 * A busybox with shared libraries is none for us: it is to be alone in an image. Debian's static one takes its place.
 * @param {string} command
 */
function isMissing(command) {
  const path = commandPath(command)
  return !path || (command === 'busybox' && !isStatic(readFileSync(path)))
}

/**
 * Installs packages by name, without starting what Debian would start after installing it.
 * @param {string[]} packages
 * @param {(text: string) => void} log
 */
export const installDebianPackages = (packages, log) => withoutStartingServices(() => install(packages, log))

/**
 * @param {string[]} packages
 * @param {(text: string) => void} log
 */
async function install(packages, log) {
  const args = ['-o', 'DPkg::Lock::Timeout=180', 'install', '-y', '--no-install-recommends', ...packages]
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', args, { env })
  } catch {
    // A machine whose lists are missing or old cannot find the packages: read them and try once more.
    log('reading the lists of packages (apt-get update) …')
    await run('apt-get', ['update'], { env })
    await run('apt-get', args, { env })
  }
}

/**
 * Debian starts an engine on the default socket right after installing it. We only want its programs. The policy denies
 * nothing any more when this process has been killed before it could remove it.
 * @param {() => Promise<void>} work
 */
async function withoutStartingServices(work) {
  const policy = '/usr/sbin/policy-rc.d'
  const mark = '# Made by Skep while it installs packages.'
  if (existsSync(policy) && !readFileSync(policy, 'utf8').includes(mark)) return work()
  writeFileSync(policy, `#!/bin/sh\n${mark}\n[ ! -d /proc/${process.pid} ] || exit 101\n`, { mode: 0o755 })
  try {
    await work()
  } finally {
    rmSync(policy, { force: true })
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

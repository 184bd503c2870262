// @ts-check
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { sandboxesFolder } from './places.mjs'
import { firstProcess, nodeMark } from './processes.mjs'
import { environment, until } from './run.mjs'
import { SandboxError } from './sandbox-error.mjs'

/** @typedef {import('./places.mjs').Place} Place */

/**
 * A node's first process, also that of the switch. It alone holds the node's namespaces, and reaps what its engines
 * leave behind.
 *
 * A /run of its own keeps the engine away from a containerd of the machine, and its shims' sockets off the machine.
 * Into /opt and /var/lib/docker engines write even if their data is elsewhere. An /etc/docker of its own gives the
 * engine an id of its own. With a root, that folder becomes the engine's file system: a mount of itself, since an
 * engine refuses to work where `/` is not a mount point, and read-only, since all nodes share it.
 */
const firstProcessScript = `
set -e
folder=$1 hostname=$2 root=$3
hostname "$hostname"
if [ -n "$root" ]; then
  mount --bind "$root" "$root"
  mount -o remount,bind,ro "$root"
  mount -t proc proc "$root/proc"
  mount --rbind /sys "$root/sys"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
fi
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs -o mode=755 tmpfs "$root/opt"
mkdir "$root/run/sandboxes"
mount --bind ${sandboxesFolder} "$root/run/sandboxes"
mount -t tmpfs -o mode=755 tmpfs "$root/var/lib"
mkdir "$root${sandboxesFolder}"
mount --move "$root/run/sandboxes" "$root${sandboxesFolder}"
[ -d "$root/etc/docker" ] || mkdir "$root/etc/docker"
mount --bind "$folder/etc" "$root/etc/docker"
: >"$folder/ready"
while :; do sleep 1000 & wait; done
`

/**
 * Starts a node: namespaces for its network, its hostname, its mounts and its processes. None of them has a name or a
 * file: ending the first process ends everything in it at once, containers too, as a power cut would.
 * @param {Pick<Place, 'hostname' | 'folder'>} place
 * @param {string} engineRoot folder that the engine takes for `/`, or an empty string for the machine's own
 */
export async function startNode({ hostname, folder }, engineRoot) {
  mkdirSync(`${folder}/etc`, { recursive: true })
  spawnDetached(`${folder}/node.log`, 'unshare', [
    ...['--net', '--uts', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'],
    ...['sh', '-c', firstProcessScript, nodeMark, folder, hostname, engineRoot],
  ])
  const ready = await until(10_000, () => existsSync(`${folder}/ready`) && firstProcess(folder), 20)
  if (!ready)
    throw new SandboxError(
      `${hostname} does not start:\n${readFileSync(`${folder}/node.log`, 'utf8').trim()}`,
      'May this machine make namespaces and mounts? A container without --privileged may not.',
    )
}

/**
 * The arguments that make `nsenter` run a command inside a node.
 * @param {string} folder
 */
export function insideNode(folder) {
  const first = firstProcess(folder)
  if (!first) throw new SandboxError(`No node lives in ${folder}.`, 'Say: npm run sandbox -- up')
  return ['--target', String(first.pid), '--net', '--uts', '--mount', '--pid', '--']
}

/**
 * Starts a process that outlives us and everyone who waits for our output.
 * @param {string} logFile
 * @param {string} command
 * @param {string[]} args
 */
export function spawnDetached(logFile, command, args) {
  const log = openSync(logFile, 'a')
  const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log], env: environment })
  // What went wrong is in the log or shows in what does not come up; an unhandled event would end us.
  child.on('error', () => {})
  child.unref()
  closeSync(log)
}

// @ts-check
import { firstProcess } from './processes.mjs'
import { run } from './run.mjs'
import { SandboxError } from './sandbox-error.mjs'

/** @typedef {import('./places.mjs').Place} Place */

/**
 * Joins the nodes to a switch. The bridge is in a namespace of its own, because on the host's bridge another engine's
 * FORWARD DROP swallows the packets; and since nothing of it is on the host, every sandbox can have the same addresses.
 * A node gets no default route: with one, each task waits 20 s for a registry that never answers.
 * @param {string} switchFolder
 * @param {Place[]} places
 */
export async function makeNetwork(switchFolder, places) {
  const wires = places.flatMap(({ hostname, folder }) => [
    `link add ${hostname} type veth peer name eth0 netns ${pidOf(folder)}`,
    `link set ${hostname} master br0 up`,
  ])
  await ipInside(switchFolder, ['link add br0 type bridge', 'link set br0 up', ...wires])
  await Promise.all(
    places.map(({ folder, address }) =>
      ipInside(folder, ['link set lo up', `addr add ${address}/24 dev eth0`, 'link set eth0 up']),
    ),
  )
  // Absent where the module br_netfilter is not loaded; then bridged packets do not pass iptables anyway.
  const filter = '/proc/sys/net/bridge/bridge-nf-call-iptables'
  await run('nsenter', [...insideNetwork(switchFolder), 'sh', '-c', `[ ! -e ${filter} ] || echo 0 >${filter}`])
}

/**
 * The arguments that make `nsenter` run a program of the machine in the network of a node.
 * @param {string} folder
 */
export const insideNetwork = (folder) => ['--target', String(pidOf(folder)), '--net', '--']

/**
 * @param {string} folder
 * @param {string[]} lines
 */
const ipInside = (folder, lines) =>
  run('nsenter', [...insideNetwork(folder), 'ip', '-batch', '-'], { input: lines.join('\n') })

/** @param {string} folder */
function pidOf(folder) {
  const first = firstProcess(folder)
  if (!first) throw new SandboxError(`No node lives in ${folder}.`, 'Say: npm run sandbox -- up')
  return first.pid
}

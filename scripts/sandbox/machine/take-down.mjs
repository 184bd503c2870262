// @ts-check
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { cgroupOf, folderOf, sandboxesFolder } from './places.mjs'
import { hasEnded, nodeProcesses, pidsInside, sandboxOfNode, signalProcess } from './processes.mjs'
import { run, until } from './run.mjs'
import { SandboxError } from './sandbox-error.mjs'

const cgroups = '/sys/fs/cgroup'

/**
 * Whether anything of a sandbox is left, in whatever state.
 * @param {string} name
 */
export const hasTraces = (name) =>
  existsSync(folderOf(name)) || nodeProcesses(folderOf(name)).length > 0 || cgroupFolders(name).length > 0

/** Names of all sandboxes of this machine, whole or in pieces. */
export function allSandboxes() {
  const ofFolders = existsSync(sandboxesFolder) ? readdirSync(sandboxesFolder) : []
  const ofProcesses = nodeProcesses(sandboxesFolder).map(({ args }) => sandboxOfNode(args))
  return [...new Set([...ofFolders, ...ofProcesses])].sort()
}

/**
 * Removes everything of a sandbox: it asks the kernel what is there, not a file that a crash may have left unwritten.
 * @param {string} name
 */
export async function takeDown(name) {
  const folder = folderOf(name)
  await endNodes(folder)
  await unmountBelow(folder)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  await removeCgroups(name)
  removeIfEmpty(sandboxesFolder)
}

/**
 * Ends the nodes, and waits for all that was in them: an engine or a container may need a moment to be gone.
 * @param {string} folder
 */
async function endNodes(folder) {
  const insiders = pidsInside(folder)
  const ended = await until(20_000, () => {
    const processes = nodeProcesses(folder)
    for (const { pid } of processes) signalProcess(pid, 'SIGKILL')
    return processes.length === 0 && [...insiders].every(hasEnded)
  })
  if (ended) return
  const left = [...insiders].filter((pid) => !hasEnded(pid))
  throw new SandboxError(`Processes of ${folder} do not end: ${left.join(', ')}.`)
}

/** @param {string} folder */
async function unmountBelow(folder) {
  const targets = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((target) => target.startsWith(`${folder}/`))
  for (const target of targets.reverse()) await run('umount', ['--lazy', target])
}

/** @param {string} name */
async function removeCgroups(name) {
  const left = await until(5_000, () => {
    for (const folder of cgroupFolders(name)) removeTree(folder)
    return cgroupFolders(name).length === 0
  })
  if (!left) throw new SandboxError(`Control groups of “${name}” are still in use: ${cgroupFolders(name).join(', ')}.`)
}

/**
 * One folder per controller with version 1 of control groups, one in all with version 2.
 * @param {string} name
 */
function cgroupFolders(name) {
  if (!existsSync(cgroups)) return []
  return ['', ...readdirSync(cgroups).map((entry) => `/${entry}`)]
    .map((controller) => `${cgroups}${controller}${cgroupOf(name)}`)
    .filter((folder) => existsSync(folder))
}

/**
 * A control group is removed with rmdir, from the leaves; its files vanish with it.
 * @param {string} folder
 */
function removeTree(folder) {
  for (const entry of readdirSync(folder))
    if (statSync(`${folder}/${entry}`).isDirectory()) removeTree(`${folder}/${entry}`)
  removeIfEmpty(folder)
  // The folder of all sandboxes goes with the last of them.
  if (folder.endsWith('/skep-sandbox')) return
  const parent = folder.slice(0, folder.lastIndexOf('/'))
  if (parent.endsWith('/skep-sandbox')) removeIfEmpty(parent)
}

/** @param {string} folder */
function removeIfEmpty(folder) {
  try {
    rmdirSync(folder)
  } catch {
    // In use, or gone: whoever needs it empty asks again.
  }
}

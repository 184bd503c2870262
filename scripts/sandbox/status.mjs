// @ts-check
import { engineProcess, listProcesses } from './machine/processes.mjs'
import { defaultName, findManager, readSandbox } from './state.mjs'
import { listNodes } from './swarm.mjs'

const titles = ['NODE', 'STATUS', 'AVAILABILITY', 'MANAGER', 'ENGINE', 'SOCKET']

/**
 * A table of the nodes, as a manager sees them, and whether all of them are ready.
 * @param {string} [name]
 * @returns {Promise<{ lines: string[], isUp: boolean }>}
 */
export async function sandboxStatus(name = defaultName) {
  const sandbox = readSandbox(name)
  if (!sandbox) return { lines: [`“${name}” is not up`], isUp: false }
  const statuses = await findManager(sandbox)
    .then(listNodes)
    .catch(() => undefined)
  if (!statuses) return { lines: [`“${name}” is not up: no manager answers`], isUp: false }
  const processes = listProcesses()
  const rows = sandbox.nodes.map((node) => {
    const status = statuses.find(({ hostname }) => hostname === node.name)
    const { status: seen = 'unknown', availability = '', managerStatus = '', engineVersion = '' } = status ?? {}
    // Managers miss a dead node's heartbeats only after some seconds; its processes tell at once.
    const state = engineProcess(node.folder, processes) ? seen : 'no engine'
    return [node.name, state, availability, managerStatus, engineVersion, node.socket]
  })
  return { lines: table([titles, ...rows]), isUp: rows.every(([, state]) => state === 'ready') }
}

/**
 * Pads the cells so that columns stand below each other.
 * @param {string[][]} rows
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

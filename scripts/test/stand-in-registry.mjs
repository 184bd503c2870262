// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { insideNetwork } from '../sandbox/machine/network.mjs'

const registryProcess = fileURLToPath(new URL('./registry-process.mjs', import.meta.url))

/**
 * Starts a registry with a password in the network of a sandbox's node, whose engine reaches it at the host that is
 * answered.
 * @param {{ folder: string }} node
 * @param {{ username: string, password: string }} credentials
 * @returns {Promise<{ host: string, close: () => void }>}
 */
export async function startRegistry({ folder }, { username, password }) {
  const child = spawn('nsenter', [...insideNetwork(folder), process.execPath, registryProcess, username, password], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout, 'data')
  return { host: `127.0.0.1:${String(port).trim()}`, close: () => child.stdin.end() }
}

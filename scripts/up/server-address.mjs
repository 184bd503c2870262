// @ts-check
import { connect } from 'node:net'

/** @typedef {{ host: string, port: number, url: string }} Address `url` is for a browser on this machine */

/** @param {NodeJS.ProcessEnv} env @returns {Address} */
export function addressOf(env) {
  const host = env.SKEP_HOST || '127.0.0.1'
  const port = Number(env.SKEP_PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`SKEP_PORT is not a port: ${env.SKEP_PORT}`)
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return { host, port, url: `http://${name}:${port}` }
}

/** Whether a healthy Skep answers there. @param {string} url */
export async function isOurs(url) {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) })
    return answer.ok && (await answer.json()).name === 'skep'
  } catch {
    return false
  }
}

/** @param {Address} address @returns {Promise<boolean>} */
export function isTaken({ host, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port })
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/** Waits until the server answers, at most a minute. @param {string} url */
export async function untilHealthy(url) {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    if (await isOurs(url)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server does not answer at ${url} after a minute.`)
}

// @ts-check
import net from 'node:net'
import { pause } from './run.mjs'

/**
 * Does a piece of work while no other process works under the same name. The lock is an abstract socket: the kernel
 * lets go of it when its holder ends, however it ends, so no lock is ever stale and no file is left.
 * @template T
 * @param {string} name
 * @param {(text: string) => void} log
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, log, work) {
  let told = false
  let lock = await tryLock(name)
  while (!lock) {
    if (!told) log(`waiting for another process that works on “${name}” …`)
    told = true
    await pause(100)
    lock = await tryLock(name)
  }
  try {
    return await work()
  } finally {
    lock.close()
  }
}

/**
 * @param {string} name
 * @returns {Promise<net.Server | undefined>}
 */
function tryLock(name) {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy())
    server.on('error', (error) => {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(`\0skep-sandbox/${name}`, () => resolve(server))
  })
}

// @ts-check
// Runs in the network of a task: asks `tasks.NAME` for a page without a pause, until it is sent SIGTERM, and prints how
// that went. For each request it asks the engine's name server which tasks there are and takes the next of them, with a
// connection of its own: what IPVS does for a service's virtual address, by the same engine's word on who is in.
import { Resolver } from 'node:dns/promises'
import http from 'node:http'

const [name = '', workers = '4'] = process.argv.slice(2)
const resolver = new Resolver()
resolver.setServers(['127.0.0.11'])

const count = { requests: 0, failed: 0, failures: /** @type {string[]} */ ([]), tasks: new Set() }
let turn = 0
const stop = new AbortController()

async function ask() {
  count.requests++
  try {
    const addresses = await resolver.resolve4(`tasks.${name}`)
    const address = addresses.sort()[turn++ % addresses.length]
    count.tasks.add(taskIn(await get(`http://${address}/`)))
  } catch (error) {
    count.failed++
    const reason = error instanceof Error ? error.message : String(error)
    if (count.failures.length < 10) count.failures.push(`${new Date().toISOString()} ${reason}`)
  }
}

/** @param {string} page */
function taskIn(page) {
  const task = /Task on (\S+?)</.exec(page)?.[1]
  if (!task) throw new Error(`half a page: ${page.length} bytes`)
  return task
}

/**
 * @param {string} url
 * @returns {Promise<string>}
 */
function get(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent: false, timeout: 10_000 }, (response) => {
      let page = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        page += chunk
      })
      response.on('error', reject)
      response.on('end', () =>
        response.statusCode === 200 && response.complete
          ? resolve(page)
          : reject(new Error(`status ${response.statusCode}`)),
      )
    })
    request.on('timeout', () => request.destroy(new Error(`${url} is silent`)))
    request.on('error', reject)
  })
}

async function work() {
  while (!stop.signal.aborted) await ask()
}

process.on('SIGTERM', () => stop.abort())
await Promise.all(Array.from({ length: Number(workers) }, work))
process.stdout.write(JSON.stringify({ ...count, tasks: count.tasks.size }))

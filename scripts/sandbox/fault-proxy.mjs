// @ts-check
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import http from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pause } from './machine/run.mjs'

/**
 * What happens to the requests that a rule matches. `delayMs` goes with each fault, and alone.
 *
 * - `hang`: no answer, as from a frozen engine
 * - `refuse`: the connection is closed before the engine hears of the request
 * - `cut`: the connection is closed after so many bytes of the answer's body
 * - `status`: the answer is made here, the engine hears nothing
 * - `lose-reply`: the engine does what was asked, and nobody learns of it
 * - `arrive-late`: the connection is closed, and the engine hears of it just before the next request like it
 * @typedef {{ match: RegExp, delayMs?: number, times?: number } & (
 *   { fault?: undefined } | { fault: 'hang' | 'refuse' | 'lose-reply' | 'arrive-late' } | { fault: 'cut', afterBytes: number }
 *   | { fault: 'status', status: number, message: string })} FaultRule
 */

/**
 * @typedef {object} FaultProxy
 * @property {FaultRule[]} rules the first that matches `METHOD /path?query` counts; the API's version is left out of
 *   the path; change the array as you like, it is read for each request, and a rule with `times` is used up
 * @property {(match?: RegExp) => number} count requests so far, refused ones too
 * @property {() => Record<string, number>} counts requests so far by `METHOD /path`, without queries
 * @property {(match?: RegExp) => number} open requests that are being answered now, streams among them
 * @property {() => void} forget starts counting again
 * @property {() => void} cutAll closes all connections, as a restart of the engine does
 * @property {() => Promise<void>} close
 */

/**
 * Stands between a client and an engine's socket, counts what passes and makes it fail as told. Bodies go through whole,
 * answers as they come; only `attach` and `exec`, which leave HTTP, do not.
 * @param {{ listen: string, target: string }} sockets
 * @returns {Promise<FaultProxy>}
 */
export async function startFaultProxy({ listen, target }) {
  /** @type {FaultRule[]} */
  const rules = []
  /** @type {string[]} */
  let seen = []
  /** @type {Set<string[]>} each holds one line, so that two equal requests are two */
  const openLines = new Set()

  /** @type {Map<string, () => Promise<void>>} */
  const late = new Map()

  /** @type {(request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>} */
  const serve = async (request, response) => {
    const line = `${request.method} ${withoutVersion(request.url ?? '/')}`
    const openLine = [line]
    seen.push(line)
    openLines.add(openLine)
    response.on('close', () => openLines.delete(openLine))
    const rule = takeRule(rules, line)
    await late.get(line)?.()
    late.delete(line)
    if (rule?.delayMs) await pause(rule.delayMs)
    if (rule?.fault === 'hang' || response.closed) return
    if (rule?.fault === 'refuse') request.socket.destroy()
    else if (rule?.fault === 'status') answer(response, rule.status, rule.message)
    else if (rule?.fault === 'arrive-late') late.set(line, await heldBack(target, request))
    else forward(target, request, response, rule)
  }
  const server = http.createServer((request, response) => void serve(request, response))
  // A slow client or a long stream is what the proxy is for; it must not end them of its own accord.
  Object.assign(server, { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0, timeout: 0 })
  rmSync(listen, { force: true })
  server.listen(listen)
  await once(server, 'listening')

  const matching = (/** @type {Iterable<string>} */ lines, /** @type {RegExp | undefined} */ match) =>
    [...lines].filter((line) => !match || match.test(line)).length
  return {
    rules,
    count: (match) => matching(seen, match),
    counts: () => countByPath(seen),
    open: (match) => matching([...openLines].flat(), match),
    forget: () => {
      seen = []
    },
    cutAll: () => server.closeAllConnections(),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/**
 * The rule for a request, used up once.
 * @param {FaultRule[]} rules
 * @param {string} line
 */
function takeRule(rules, line) {
  const index = rules.findIndex(({ match }) => match.test(line))
  const rule = rules[index]
  if (rule?.times !== undefined && --rule.times <= 0) rules.splice(index, 1)
  return rule
}

/**
 * @param {string} target
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {FaultRule} [rule]
 */
function forward(target, request, response, rule) {
  const { method, url, headers } = request
  const onwards = http.request({ socketPath: target, method, path: url, headers, agent: false }, (reply) => {
    if (rule?.fault === 'lose-reply') {
      reply.resume()
      response.destroy()
      return
    }
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    // An event stream may have nothing to say for hours, but its client waits for the head.
    response.flushHeaders()
    reply.on('error', () => response.destroy())
    reply.on('aborted', () => response.destroy())
    if (rule?.fault === 'cut') cutAfter(reply, response, rule.afterBytes)
    else reply.pipe(response)
  })
  onwards.on('error', () => response.destroy())
  response.on('close', () => {
    // A reply that we lose on purpose is still the engine's to finish.
    if (rule?.fault !== 'lose-reply') onwards.destroy()
  })
  // In one piece: the engine answers and closes as soon as it has read the last bracket, and what is written after that,
  // even nothing, breaks the connection before its answer is read.
  buffer(request).then(
    (body) => onwards.end(body),
    () => onwards.destroy(),
  )
}

/**
 * Reads the request to its end and closes its connection. What is returned sends it all the same, until it is answered.
 * @param {string} target
 * @param {http.IncomingMessage} request
 */
async function heldBack(target, request) {
  const { method, url, headers } = request
  const body = await buffer(request)
  request.socket.destroy()
  return async () => {
    const onwards = http.request({ socketPath: target, method, path: url, headers, agent: false })
    onwards.end(body)
    const [reply] = await once(onwards, 'response')
    await buffer(reply)
  }
}

/**
 * @param {http.IncomingMessage} reply
 * @param {http.ServerResponse} response
 * @param {number} bytes
 */
function cutAfter(reply, response, bytes) {
  let left = bytes
  reply.on('data', (/** @type {Buffer} */ chunk) => {
    if (left <= 0) return
    const part = chunk.subarray(0, left)
    left -= part.length
    response.write(part, () => {
      if (left <= 0) response.destroy()
    })
  })
  // An answer that ends before its cut has left us must not end well.
  reply.on('end', () => {
    if (left > 0) response.end()
  })
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
function answer(response, status, message) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}

/** @param {string} url */
const withoutVersion = (url) => url.replace(/^\/v\d+\.\d+(?=\/)/, '')

/** @param {string[]} lines */
function countByPath(lines) {
  /** @type {Record<string, number>} */
  const counts = {}
  for (const line of lines) {
    const path = line.split('?')[0] ?? line
    counts[path] = (counts[path] ?? 0) + 1
  }
  return counts
}

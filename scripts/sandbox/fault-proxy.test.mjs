// @ts-check
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startFaultProxy } from './fault-proxy.mjs'
import { pause, until } from './machine/run.mjs'

/** @type {string} */
let folder
/** @type {http.Server} */
let engine
/** @type {string[]} */
let heard
/** @type {http.ServerResponse | undefined} */
let stream
/** @type {import('./fault-proxy.mjs').FaultProxy} */
let proxy

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fault-proxy-'))
  heard = []
  stream = undefined
  engine = http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      heard.push(`${request.method} ${request.url} ${body}`)
      if (request.url === '/events') {
        response.flushHeaders()
        stream = response
      } else response.end(`answer to ${body || request.url}`)
    })
  })
  engine.listen(join(folder, 'engine.sock'))
  await once(engine, 'listening')
  proxy = await startFaultProxy({ listen: join(folder, 'proxy.sock'), target: join(folder, 'engine.sock') })
})

afterEach(async () => {
  await proxy.close()
  engine.close()
  engine.closeAllConnections()
  rmSync(folder, { recursive: true })
})

/**
 * @param {string} path
 * @param {{ method?: string, body?: string, signal?: AbortSignal }} [options]
 * @returns {Promise<{ status: number | undefined, body: string }>}
 */
function ask(path, { method = 'GET', body, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ socketPath: join(folder, 'proxy.sock'), path, method, signal, agent: false })
    request.on('error', reject)
    request.on('response', (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode, body: text }))
    })
    request.end(body)
  })
}

/**
 * @param {http.ClientRequest} request
 * @returns {Promise<http.IncomingMessage>}
 */
const responseTo = (request) => new Promise((resolve) => request.on('response', resolve))

test('passes requests and answers on, and counts them by method and path', async () => {
  expect(await ask('/v1.41/info')).toEqual({ status: 200, body: 'answer to /v1.41/info' })
  expect(await ask('/services/create', { method: 'POST', body: 'x'.repeat(200_000) })).toMatchObject({ status: 200 })
  await ask('/tasks?filters=a')
  await ask('/tasks?filters=b')
  expect(proxy.counts()).toEqual({ 'GET /info': 1, 'POST /services/create': 1, 'GET /tasks': 2 })
  expect(proxy.count(/^GET/)).toBe(3)
  proxy.forget()
  expect(proxy.count()).toBe(0)
})

test('passes each part of a stream on when it comes, and says that the stream is open', async () => {
  const request = http.get({ socketPath: join(folder, 'proxy.sock'), path: '/events', agent: false })
  const response = await responseTo(request)
  expect(proxy.open(/events/)).toBe(1)
  for (const part of ['first', 'second']) {
    stream?.write(part)
    const [chunk] = await once(response, 'data')
    expect(String(chunk)).toBe(part)
  }
  request.destroy()
  await expect.poll(() => proxy.open()).toBe(0)
  await expect.poll(() => stream?.destroyed).toBe(true)
})

test('cuts all connections at once', async () => {
  const answered = ask('/events')
  await until(2_000, () => stream)
  proxy.cutAll()
  await expect(answered).rejects.toThrow(/aborted|hang up/)
})

test('delays only what a rule matches', async () => {
  proxy.rules.push({ match: /^POST/, delayMs: 300 })
  const startedAt = performance.now()
  const delayed = ask('/services/create', { method: 'POST' })
  expect(await Promise.race([delayed.then(() => 'delayed'), ask('/info').then(() => 'at once')])).toBe('at once')
  await delayed
  expect(performance.now() - startedAt).toBeGreaterThan(299)
})

test('does not pass on what its client gave up during the delay', async () => {
  proxy.rules.push({ match: /^POST/, delayMs: 100 })
  await expect(ask('/create', { method: 'POST', signal: AbortSignal.timeout(20) })).rejects.toThrow(/abort/)
  await pause(200)
  expect(heard).toEqual([])
})

test('a request that hangs gets no answer, and the engine hears nothing of it', async () => {
  proxy.rules.push({ match: /info/, fault: 'hang' })
  await expect(ask('/info', { signal: AbortSignal.timeout(200) })).rejects.toThrow(/abort/)
  expect(heard).toEqual([])
})

test('refuses as often as it was told, then passes on', async () => {
  proxy.rules.push({ match: /info/, fault: 'refuse', times: 2 })
  await expect(ask('/info')).rejects.toThrow(/hang up/)
  await expect(ask('/info')).rejects.toThrow(/hang up/)
  expect(await ask('/info')).toMatchObject({ status: 200 })
  expect(heard).toEqual(['GET /info '])
  expect(proxy.count()).toBe(3)
})

test('cuts an answer after so many bytes', async () => {
  proxy.rules.push({ match: /info/, fault: 'cut', afterBytes: 6 })
  const request = http.get({ socketPath: join(folder, 'proxy.sock'), path: '/info', agent: false })
  const response = await responseTo(request)
  let text = ''
  response.on('data', (chunk) => {
    text += chunk
  })
  await expect(once(response, 'end')).rejects.toThrow(/aborted/)
  expect(text).toBe('answer')
})

test('answers in place of the engine', async () => {
  proxy.rules.push({ match: /create/, fault: 'status', status: 500, message: 'The swarm does not have a leader' })
  expect(await ask('/services/create', { method: 'POST', body: '{}' })).toEqual({
    status: 500,
    body: '{"message":"The swarm does not have a leader"}',
  })
  expect(heard).toEqual([])
})

test('a late request is heard just before the next one like it', async () => {
  proxy.rules.push({ match: /create/, fault: 'arrive-late', times: 1 })
  await expect(ask('/create', { method: 'POST', body: 'first' })).rejects.toThrow(/hang up/)
  await ask('/info')
  expect(heard).toEqual(['GET /info '])
  await ask('/create', { method: 'POST', body: 'second' })
  expect(heard.slice(1)).toEqual(['POST /create first', 'POST /create second'])
})

test('a lost reply is one to a request that the engine has carried out', async () => {
  proxy.rules.push({ match: /create/, fault: 'lose-reply' })
  await expect(ask('/services/create', { method: 'POST', body: '{"Name":"web"}' })).rejects.toThrow(/hang up/)
  expect(heard).toEqual(['POST /services/create {"Name":"web"}'])
})

test('closes the connection when there is no engine', async () => {
  engine.close()
  engine.closeAllConnections()
  await expect(ask('/info')).rejects.toThrow(/hang up/)
})

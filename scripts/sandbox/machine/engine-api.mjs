// @ts-check
import http from 'node:http'
import { SandboxError } from './sandbox-error.mjs'

/**
 * What we read of the engine's objects; they have more.
 * @typedef {{ ID: string, Version: { Index: number }, Status: { State: string },
 *   Spec: { Availability: string, Labels?: Record<string, string> },
 *   Description: { Hostname: string, Engine: { EngineVersion: string } },
 *   ManagerStatus?: { Leader?: boolean, Reachability: string } }} EngineNode
 * @typedef {{ ID: string, Spec: { Name: string, EndpointSpec?: { Ports?: { TargetPort: number }[] } },
 *   ServiceStatus?: { RunningTasks: number, DesiredTasks: number } }} EngineService
 * @typedef {{ ID: string, NodeID: string,
 *   Status: { State: string, ContainerStatus?: { ContainerID: string } } }} EngineTask
 */

/**
 * Asks an engine and returns its JSON answer, of the shape that the caller expects by the engine's documentation.
 * Throws when it does not answer within the time, or not with success. A Buffer is sent as a tar archive, anything else
 * as JSON.
 * @template T
 * @param {string} socket
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} path
 * @param {{ body?: unknown, limitMs?: number }} [options]
 * @returns {Promise<T>}
 */
export function askEngine(socket, method, path, { body, limitMs = 30_000 } = {}) {
  const content = Buffer.isBuffer(body) || body === undefined ? body : Buffer.from(JSON.stringify(body))
  const type = content === body ? 'application/x-tar' : 'application/json'
  const headers = content && { 'content-type': type, 'content-length': content.length }
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(limitMs)
    const fail = (/** @type {Error} */ error) =>
      reject(signal.aborted ? new SandboxError(`${socket} is silent.`) : error)
    const request = http.request({ socketPath: socket, method, path, headers, signal, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('error', fail)
      response.on('end', () => {
        if ((response.statusCode ?? 500) < 400) return resolve(parse(text))
        const message = parse(text)?.message ?? text
        reject(new SandboxError(`${method} ${path}: ${response.statusCode} ${message}`))
      })
    })
    request.on('error', fail)
    request.end(content)
  })
}

/**
 * The path's query for a filtered list.
 * @param {Record<string, string[]>} filters
 */
export const filtered = (filters) => `?filters=${encodeURIComponent(JSON.stringify(filters))}`

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

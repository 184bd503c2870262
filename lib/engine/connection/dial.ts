import 'server-only'
import { Agent, type AgentOptions, IncomingMessage } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import { inspect } from 'node:util'
import Docker from 'dockerode'
import { bodyJson } from '@/lib/compose/convert/body-values'
import type { EngineAddress } from './docker-host'

export type EngineRequest = {
  method: 'GET' | 'POST' | 'DELETE'
  /** With the API version in front. */
  path: string
  query?: Record<string, string>
  /** Whole numbers may be bigint. */
  body?: object
  headers?: Record<string, string>
  signal: AbortSignal
}

/** Sends one request and resolves with the answer's beginning; its body is the caller's to read. */
export type Dial = (request: EngineRequest) => Promise<IncomingMessage>

/**
 * Connections stay open and are used again. Only a write that finds nobody to connect to was certainly never sent; one
 * whose connection broke, also before its first byte, is in doubt. Writes have lines of their own, behind no list.
 */
export type Dials = { read: Dial; write: Dial }

/** An engine that is sent sixty objects takes them sooner over few connections than over one each. */
const mostWrites = 12

export function dialsTo(address: EngineAddress): Dials {
  return { read: dialOver(address, {}), write: dialOver(address, { maxSockets: mostWrites }) }
}

function dialOver(address: EngineAddress, limits: AgentOptions): Dial {
  const { modem } = new Docker(optionsFor(address, { keepAlive: true, ...limits }))
  return (request) =>
    new Promise((resolve, reject) => {
      const hasQuery = request.query && Object.keys(request.query).length > 0
      modem.dial(
        {
          method: request.method,
          path: hasQuery ? `${request.path}?` : request.path,
          options: { _query: request.query ?? {}, _body: {} },
          headers: { ...request.headers, 'Content-Type': 'application/json' },
          // As bytes of our own: docker-modem would make JSON of it without bigints.
          ...(request.body && { file: Buffer.from(bodyJson(request.body)) }),
          abortSignal: quiet(request.signal),
          statusCodes: { 200: true, 201: true, 204: true },
          // Without this, an answer that breaks off in its middle never calls back.
          isStream: true,
        },
        // With isStream, the result is always the answer itself.
        (error, answer) => (answer instanceof IncomingMessage ? resolve(answer) : reject(error)),
      )
    })
}

type Options = Docker.DockerOptions & { agent: Agent }

/** Every option is named, also those without a value: dockerode fills what is missing from its own look at DOCKER_HOST. */
function optionsFor(address: EngineAddress, connections: AgentOptions): Options {
  const none = {
    socketPath: undefined,
    host: undefined,
    port: undefined,
    ca: undefined,
    cert: undefined,
    key: undefined,
  }
  if (address.kind === 'socket') {
    return { ...none, socketPath: address.path, protocol: 'http', agent: quiet(new Agent(connections)) }
  }
  const { host, port, tls } = address
  if (!tls) return { ...none, host, port, protocol: 'http', agent: quiet(new Agent(connections)) }
  const { isVerified, ...files } = tls
  const agent = quiet(new TlsAgent({ ...connections, rejectUnauthorized: isVerified, ...files }))
  return { ...none, host, port, protocol: 'https', ...files, agent }
}

/** docker-modem prints its options, agent and signal and all, for each request, also when nobody reads it: half its time. */
function quiet<T extends object>(part: T): T {
  return Object.assign(part, { [inspect.custom]: () => '…' })
}

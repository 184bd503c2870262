import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseExactly } from './exact-json'

export type RecordedRequest = { method: string; path: string; body: unknown }

export type RecordingEngine = {
  /** For DOCKER_HOST. */
  host: string
  /** Creates since the last call. */
  takeRequests: () => RecordedRequest[]
  close: () => Promise<void>
}

/**
 * An engine that agrees to everything and keeps what it was asked to create. Every external secret, config and network
 * exists in it and no other; a secret or config has its name as its ID, `<secret:NAME>`.
 */
export async function startRecordingEngine(socket: string, apiVersion: string): Promise<RecordingEngine> {
  let requests: RecordedRequest[] = []
  const server = createServer((request, response) => {
    void answer(request, response, apiVersion, (recorded) => requests.push(recorded))
  })
  await new Promise<void>((resolve) => {
    server.listen(socket, resolve)
  })
  return {
    host: `unix://${socket}`,
    takeRequests: () => {
      const taken = requests
      requests = []
      return taken
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  apiVersion: string,
  keep: (recorded: RecordedRequest) => void,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://engine')
  const path = url.pathname.replace(/^\/v[0-9.]+/, '')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  const { status, body } =
    request.method === 'POST'
      ? { status: 201, body: { ID: 'id', Id: 'id', Warning: '' } }
      : objectAt(path, url, apiVersion)
  if (request.method === 'POST') keep({ method: 'POST', path, body: text === '' ? null : parseExactly(text) })
  response.writeHead(status, { 'Api-Version': apiVersion, Ostype: 'linux', 'Content-Type': 'application/json' })
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body))
}

type Answer = { status: number; body: unknown }

function objectAt(path: string, url: URL, apiVersion: string): Answer {
  if (path === '/_ping') return { status: 200, body: 'OK' }
  if (path === '/version') return { status: 200, body: { ApiVersion: apiVersion, MinAPIVersion: '1.24', Os: 'linux' } }
  if (path === '/info') return { status: 200, body: { Swarm: { ControlAvailable: true, LocalNodeState: 'active' } } }
  const list = /^\/(secret|config)s$/.exec(path)?.[1]
  if (list) {
    const filters: unknown = JSON.parse(url.searchParams.get('filters') ?? '{}')
    const named = typeof filters === 'object' && filters && 'name' in filters && filters.name ? filters.name : {}
    const body = Object.keys(named).map((name) => ({ ID: `<${list}:${name}>`, Spec: { Name: name, Labels: {} } }))
    return { status: 200, body }
  }
  if (['/services', '/networks', '/tasks', '/nodes'].includes(path)) return { status: 200, body: [] }
  const network = /^\/networks\/(.+)$/.exec(path)?.[1]
  if (network) return { status: 200, body: { Name: decodeURIComponent(network), Id: 'network', Scope: 'swarm' } }
  return { status: path.startsWith('/distribution/') ? 500 : 404, body: { message: `no such object: ${path}` } }
}

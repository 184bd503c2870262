import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAllowed } from '@/lib/auth/authorize'
import type { RouteHandler } from '@/lib/http/endpoint'
import { requestTo } from '@/lib/http/testing/requests'
import { temporaryStore } from '@/lib/store/testing/temporary-store'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .toSorted()

type Route = { name: string; method: string; path: string; handler: unknown }

async function loadRoutes(): Promise<Route[]> {
  const loaded = files.map(async (file) => {
    const exported: Record<string, unknown> = await import(join(process.cwd(), 'app/api', file))
    const path = `/api/${file.replace(/\/?route\.ts$/, '')}`
    return methods
      .filter((method) => method in exported)
      .map((method) => ({ name: `${method} ${path}`, method, path, handler: exported[method] }))
  })
  return (await Promise.all(loaded)).flat()
}

const routes = await loadRoutes()

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.remove())

function isMadeByEndpoint(handler: unknown): handler is RouteHandler {
  return typeof handler === 'function' && 'endpoint' in handler
}

function handlerOf({ name, handler }: Route): RouteHandler {
  if (!isMadeByEndpoint(handler)) throw new Error(`${name} is not made by endpoint()`)
  return handler
}

function demandOf(route: Route): string {
  const demand = handlerOf(route).endpoint
  if (demand.access === 'public') return 'everybody'
  const roles = (['viewer', 'operator', 'admin'] as const).filter((role) =>
    isAllowed({ role }, demand.action, { kind: 'any', name: null, stack: null }),
  )
  return `${demand.action} (${roles.join(', ')})${demand.tokens ? ', tokens too' : ''}`
}

async function codeOf(route: Route, headers: Record<string, string> = {}): Promise<string> {
  // A body that no schema takes: who gets as far as that would do something with it.
  const body = route.method === 'GET' ? undefined : { nobody: 'takes this' }
  const request = requestTo({ method: route.method, path: route.path, headers, body })
  const response = await handlerOf(route)(request, { params: Promise.resolve({}) })
  return response.ok ? `answered ${response.status}` : (await response.json()).code
}

test('a file of a route exports methods, and each is made by endpoint()', () => {
  expect(routes.filter((route) => !isMadeByEndpoint(route.handler)).map((route) => route.name)).toEqual([])
  const withMethods = new Set(routes.map((route) => route.path))
  expect(
    files.map((file) => `/api/${file.replace(/\/?route\.ts$/, '')}`).filter((path) => !withMethods.has(path)),
  ).toEqual([])
})

test('who may call which route is this table, and a new route is decided on here', () => {
  expect(routes.map((route) => `${route.name}: ${demandOf(route)}`).join('\n')).toMatchInlineSnapshot(`
    "GET /api/activity: activity.read (admin)
    POST /api/clean-up/plan: secret.remove (admin)
    POST /api/clean-up: secret.remove (admin)
    GET /api/configs/[config]/content: config.content.read (operator, admin)
    GET /api/configs/[config]/file: config.content.read (operator, admin)
    POST /api/configs/[config]/plan: config.remove (admin)
    GET /api/configs/[config]/policy: config.read (viewer, operator, admin)
    PUT /api/configs/[config]/policy: policy.manage (admin)
    DELETE /api/configs/[config]/policy: policy.manage (admin)
    POST /api/configs/[config]/restoration/plan: config.rotate (operator, admin)
    POST /api/configs/[config]/restoration: config.rotate (operator, admin)
    POST /api/configs/[config]/rotation/plan: config.rotate (operator, admin), tokens too
    POST /api/configs/[config]/rotation: config.rotate (operator, admin), tokens too
    DELETE /api/configs/[config]: config.remove (admin)
    POST /api/configs/[config]/secret/plan: secret.create (admin)
    POST /api/configs/[config]/secret: secret.create (admin)
    POST /api/configs: config.create (admin)
    POST /api/events/[stream]/topics: swarm.read (viewer, operator, admin)
    GET /api/events: swarm.read (viewer, operator, admin)
    GET /api/families/doubts: secret.read (viewer, operator, admin)
    POST /api/families/plan: secret.rotate (operator, admin)
    POST /api/families: secret.rotate (operator, admin)
    GET /api/health: everybody
    POST /api/networks: network.create (admin)
    GET /api/operations/[operation]/again: operation.read (viewer, operator, admin)
    POST /api/operations/[operation]/decision: operation.decide (operator, admin)
    GET /api/operations/[operation]/files: operation.read (viewer, operator, admin)
    POST /api/operations/[operation]/undo/plan: operation.undo (operator, admin)
    POST /api/operations/[operation]/undo: operation.undo (operator, admin)
    GET /api/policies: secret.read (viewer, operator, admin)
    DELETE /api/registries/[host]: registry.manage (admin)
    POST /api/registries/login: registry.manage (admin)
    GET /api/registries: registry.manage (admin)
    PUT /api/registries: registry.manage (admin)
    POST /api/rotations/plan: secret.rotate (operator, admin)
    POST /api/rotations: secret.rotate (operator, admin)
    POST /api/secrets/[secret]/plan: secret.remove (admin)
    GET /api/secrets/[secret]/policy: secret.read (viewer, operator, admin)
    PUT /api/secrets/[secret]/policy: policy.manage (admin)
    DELETE /api/secrets/[secret]/policy: policy.manage (admin)
    POST /api/secrets/[secret]/restoration/plan: secret.rotate (operator, admin)
    POST /api/secrets/[secret]/restoration: secret.rotate (operator, admin)
    POST /api/secrets/[secret]/rotation/plan: secret.rotate (operator, admin), tokens too
    POST /api/secrets/[secret]/rotation: secret.rotate (operator, admin), tokens too
    DELETE /api/secrets/[secret]: secret.remove (admin)
    POST /api/secrets: secret.create (admin)
    GET /api/services/[service]/environment: service.environment.read (operator, admin)
    POST /api/services/[service]/environment/secret/plan: secret.create (admin)
    POST /api/services/[service]/environment/secret: secret.create (admin)
    POST /api/services/[service]/replicas/plan: service.scale (operator, admin), tokens too
    PUT /api/services/[service]/replicas: service.scale (operator, admin), tokens too
    POST /api/services/[service]/rollback/plan: stack.deploy (admin)
    POST /api/services/[service]/rollback: stack.deploy (admin)
    DELETE /api/session/all/[id]: session.manage (viewer, operator, admin)
    GET /api/session/all: session.manage (viewer, operator, admin)
    POST /api/session/password: session.manage (viewer, operator, admin)
    GET /api/session: session.manage (viewer, operator, admin)
    POST /api/session: everybody
    DELETE /api/session: session.manage (viewer, operator, admin)
    POST /api/set-up: everybody
    POST /api/stacks/[stack]/adoption: stack.deploy (admin)
    GET /api/stacks/[stack]/deployment: stack.deploy (admin), tokens too
    POST /api/stacks/[stack]/deployment: stack.deploy (admin), tokens too
    POST /api/stacks/[stack]/drift/field/plan: stack.deploy (admin)
    POST /api/stacks/[stack]/drift/field: stack.deploy (admin)
    PUT /api/stacks/[stack]/drift/left-be: stack.deploy (admin)
    DELETE /api/stacks/[stack]/drift/left-be: stack.deploy (admin)
    GET /api/stacks/[stack]/drift: stack.read (viewer, operator, admin)
    GET /api/stacks/[stack]/drift/values: service.environment.read (operator, admin)
    GET /api/stacks/[stack]/file: stack.file.read (admin)
    GET /api/stacks/[stack]/names: stack.file.read (admin)
    POST /api/stacks/[stack]/names: stack.file.read (admin)
    POST /api/stacks/[stack]/plan: stack.deploy (admin)
    POST /api/stacks/[stack]/plan/values: stack.deploy (admin)
    POST /api/stacks/[stack]/removal/plan: stack.remove (admin)
    POST /api/stacks/[stack]/revisions/[number]/plan: stack.deploy (admin)
    POST /api/stacks/[stack]/revisions/[number]/plan/values: stack.deploy (admin)
    GET /api/stacks/[stack]/revisions/[number]: stack.file.read (admin)
    POST /api/stacks/[stack]/revisions/[number]: stack.deploy (admin)
    GET /api/stacks/[stack]/revisions/compare: stack.read (viewer, operator, admin)
    GET /api/stacks/[stack]/revisions: stack.read (viewer, operator, admin), tokens too
    PUT /api/stacks/[stack]: stack.deploy (admin)
    DELETE /api/stacks/[stack]: stack.remove (admin)
    POST /api/swarm/plan: swarm.init (admin)
    POST /api/swarm: swarm.init (admin)
    GET /api/tasks/[task]/log: service.logs.read (operator, admin)
    DELETE /api/tokens/[id]: token.manage (operator, admin)
    GET /api/tokens: token.manage (operator, admin)
    POST /api/tokens: token.manage (operator, admin)
    PATCH /api/users/[id]: user.manage (admin)
    DELETE /api/users/[id]: user.manage (admin)
    GET /api/users: user.manage (admin)
    POST /api/users: user.manage (admin)"
  `)
})

const guarded = routes.filter((route) => isMadeByEndpoint(route.handler) && route.handler.endpoint.access === 'user')

test.each(guarded)('$name answers a stranger with not_signed_in, before it looks at anything', async (route) => {
  expect(await codeOf(route)).toBe('not_signed_in')
  const tricks = { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', authorization: 'Bearer x' }
  expect(await codeOf(route, tricks)).toBe('not_signed_in')
})

test.each(guarded)(
  '$name answers an unknown token with token_refused, and so says whether it takes any',
  async (route) => {
    const body = route.method === 'GET' ? undefined : {}
    const headers = { authorization: `Bearer skp_${'A'.repeat(43)}` }
    const request = requestTo({ method: route.method, path: route.path, headers, body })
    const response = await handlerOf(route)(request, { params: Promise.resolve({}) })
    const demand = handlerOf(route).endpoint
    const isTaken = demand.access === 'user' && demand.tokens
    expect(await response.json()).toMatchObject({
      code: 'token_refused',
      params: { reason: isTaken ? 'unknown' : 'not_taken_here' },
    })
  },
)

test('what manages people, sessions and tokens is out of reach of every token', () => {
  const reachable = guarded.filter(({ handler }) => {
    const demand = isMadeByEndpoint(handler) ? handler.endpoint : null
    return demand?.access === 'user' && demand.tokens && /^(user|session|token|registry|swarm)[.]/.test(demand.action)
  })
  expect(reachable.map(({ name }) => name)).toEqual([])
})

test.each(routes)('$name is refused when another site sends it', async (route) => {
  expect(await codeOf(route, { origin: 'http://evil.test', 'sec-fetch-site': 'cross-site' })).toBe('foreign_origin')
})

test.each(routes)('$name is refused under another host', async (route) => {
  expect(await codeOf(route, { host: 'evil.test' })).toBe('unknown_host')
})

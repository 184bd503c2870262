import { expect, test } from 'vitest'
import { type Asked, translateError } from './translate-error'

const read: Asked = { endpoint: 'unix:///run/docker.sock', isWrite: false, isTimedOut: false }
const write: Asked = { ...read, isWrite: true, subject: { kind: 'config', name: 'app' } }

/** As docker-modem makes them of an answer. */
function said(statusCode: number, text: string): Error {
  return Object.assign(new Error(`(HTTP code ${statusCode}) unexpected - ${text} `), { statusCode })
}

const broken = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall })

test.each([
  [500, 'rpc error: code = Unknown desc = update out of sequence', 'version_conflict'],
  [400, "rpc error: code = InvalidArgument desc = config 'a' is in use by the following service: web", 'still_in_use'],
  [409, 'rpc error: code = AlreadyExists desc = config app already exists', 'name_taken'],
  [503, 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" …', 'not_in_swarm'],
  [
    503,
    "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state.",
    'not_a_manager',
  ],
  [503, 'Swarm is encrypted and needs to be unlocked before it can be used.', 'swarm_locked'],
  [500, "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that …", 'no_quorum'],
  [
    400,
    'rpc error: code = InvalidArgument desc = secret data must be larger than 0 and less than 512000 bytes',
    'too_large',
  ],
  [404, 'config app not found', 'not_found'],
  [400, 'rpc error: code = InvalidArgument desc = invalid name', 'engine_refused'],
  [500, 'something else', 'engine_failed'],
])('%d "%s" is %s', (status, text, code) => {
  const error = translateError(said(status, text), write)
  expect(error).toMatchObject({ name: 'AppError', code, params: { kind: 'config', name: 'app', engineText: text } })
})

test.each([
  [
    400,
    "rpc error: code = InvalidArgument desc = port '80' is already in use by service 'web' (abc) as an ingress port",
    { code: 'port_taken', params: { port: 80, service: 'web' } },
  ],
  [
    400,
    'rpc error: code = InvalidArgument desc = only updates to Labels are allowed',
    { code: 'content_differs', params: { kind: 'config', name: 'app' } },
  ],
  [500, 'network shop_default not found', { code: 'not_found', params: { kind: 'network', name: 'shop_default' } }],
  [
    500,
    'could not find the corresponding predefined swarm network: network none not found',
    { code: 'not_found', params: { kind: 'network', name: 'none' } },
  ],
  [404, 'plugin "nosuch" not found', { code: 'not_found', params: { kind: 'plugin', name: 'nosuch' } }],
  [
    400,
    'rpc error: code = FailedPrecondition desc = network abc is in use by service def',
    { code: 'still_in_use', params: { services: [] } },
  ],
  [403, 'error while removing network: network shop has active endpoints', { code: 'still_in_use' }],
  [409, 'network with name shop already exists', { code: 'name_taken' }],
  [500, 'rpc error: code = Unknown desc = constraint expected one operator from ==, !=', { code: 'engine_refused' }],
  [501, 'rpc error: code = Unimplemented desc = service mode change is not allowed', { code: 'engine_refused' }],
  [
    500,
    'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
    { code: 'engine_refused' },
  ],
])('%d "%s" says what a deployment lacks', (status, text, expected) => {
  expect(translateError(said(status, text), write)).toMatchObject(expected)
})

test('all users of what is still in use are named', () => {
  const text = "config 'a' is in use by the following services: web, api"
  expect(translateError(said(400, text), write).params.services).toEqual(['web', 'api'])
})

test.each(['DeadlineExceeded desc = context deadline exceeded', 'Unavailable desc = transport is closing'])(
  'a write that the engine broke off (%s) may have been done, a read has to be made again',
  (text) => {
    const error = said(500, `rpc error: code = ${text}`)
    expect(translateError(error, write).code).toBe('outcome_unknown')
    expect(translateError(error, read).code).toBe('engine_silent')
  },
)

test.each([
  ['ECONNREFUSED', 'connect', 'engine_unreachable'],
  ['ENOENT', 'connect', 'engine_unreachable'],
  ['ENOTFOUND', 'getaddrinfo', 'engine_unreachable'],
  ['CERT_HAS_EXPIRED', undefined, 'engine_unreachable'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, 'engine_unreachable'],
  ['ECONNRESET', 'read', 'outcome_unknown'],
  ['EPIPE', 'write', 'outcome_unknown'],
  ['ABORT_ERR', undefined, 'outcome_unknown'],
])('a write that ends with %s (%s) is %s', (code, syscall, expected) => {
  expect(translateError(broken(code, syscall), write).code).toBe(expected)
  expect(translateError(broken(code, syscall), read)).toMatchObject({
    code: 'engine_unreachable',
    params: { endpoint: read.endpoint, reason: code },
  })
})

test('our own time limit makes a read silent and a write unknown', () => {
  expect(translateError(broken('ABORT_ERR'), { ...read, isTimedOut: true }).code).toBe('engine_silent')
  expect(translateError(broken('ABORT_ERR'), { ...write, isTimedOut: true }).code).toBe('outcome_unknown')
})

test('an answer that is no JSON comes from something that is no engine', () => {
  expect(translateError(new SyntaxError('Unexpected token'), read).code).toBe('engine_failed')
})

test('what is translated already stays as it is', () => {
  const error = translateError(said(404, 'x'), read)
  expect(translateError(error, write)).toBe(error)
})

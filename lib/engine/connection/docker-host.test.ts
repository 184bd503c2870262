import { expect, test } from 'vitest'
import { engineAddress } from './docker-host'

const plain = { dockerCertPath: null, dockerTlsVerify: false }

test.each([
  ['unix:///var/run/docker.sock', { kind: 'socket', path: '/var/run/docker.sock' }],
  ['tcp://manager:2375', { kind: 'tcp', host: 'manager', port: 2375, tls: null }],
  ['tcp://10.0.0.1', { kind: 'tcp', host: '10.0.0.1', port: 2375, tls: null }],
  ['tcp://[fd00::1]:1234', { kind: 'tcp', host: 'fd00::1', port: 1234, tls: null }],
])('%s', (dockerHost, address) => {
  expect(engineAddress({ ...plain, dockerHost })).toEqual(address)
})

test.each([
  ['ssh://root@manager', 'ssh'],
  ['npipe:////./pipe/docker_engine', 'address'],
  ['manager:2375', 'address'],
  ['', 'address'],
])('%s cannot be used, and is told with the reason %s', (dockerHost, reason) => {
  expect(() => engineAddress({ ...plain, dockerHost })).toThrow(
    expect.objectContaining({ code: 'engine_unreachable', params: { endpoint: dockerHost, reason } }),
  )
})

test('certificates that cannot be read are told, not left out', () => {
  const settings = { dockerHost: 'tcp://manager:2376', dockerCertPath: '/nowhere', dockerTlsVerify: true }
  expect(() => engineAddress(settings)).toThrow(
    expect.objectContaining({
      code: 'engine_unreachable',
      params: { endpoint: settings.dockerHost, reason: 'certificates' },
    }),
  )
})

import { expect, test } from 'vitest'
import { registryHost, registryOf, serverAddress } from './registry-host'

test.each([
  ['ghcr.io', 'ghcr.io'],
  ['  GHCR.io ', 'ghcr.io'],
  ['https://ghcr.io/v2/', 'ghcr.io'],
  ['http://localhost:5000', 'localhost:5000'],
  ['registry.example.com:8443/team/app', 'registry.example.com:8443'],
  ['[::1]:5000', '[::1]:5000'],
  ['docker.io', 'docker.io'],
  ['https://index.docker.io/v1/', 'docker.io'],
  ['registry-1.docker.io', 'docker.io'],
  ['hub.docker.com', 'docker.io'],
])('%o means the registry %s', (text, host) => {
  expect(registryHost(text)).toBe(host)
})

test.each(['', 'ghcr', 'team/app', 'ghcr.io:port', 'user@ghcr.io', 'gh cr.io', '-.example.com', 'a..b', 'ghcr.io?x'])(
  '%o is no registry',
  (text) => {
    expect(registryHost(text)).toBeNull()
  },
)

test.each([
  ['nginx', 'docker.io'],
  ['team/app:1', 'docker.io'],
  ['index.docker.io/team/app', 'docker.io'],
  ['ghcr.io/team/app@sha256:'.concat('a'.repeat(64)), 'ghcr.io'],
  ['localhost:5000/app', 'localhost:5000'],
  ['localhost/app', 'localhost'],
  ['Registry.Example.com/app', 'registry.example.com'],
  ['ghcr.io/Team/app', null],
])('the image %s comes from %s', (image, host) => {
  expect(registryOf(image)).toBe(host)
})

test('the engine knows Docker Hub by an address of its own', () => {
  expect(serverAddress('docker.io')).toBe('https://index.docker.io/v1/')
  expect(serverAddress('ghcr.io')).toBe('ghcr.io')
})

// @ts-check
import { expect, test } from 'vitest'
import { placesOf, requireSandboxName, requireShape } from './places.mjs'

test('each node has a folder, a socket and an address of its own', () => {
  expect(placesOf('demo', 2)).toEqual([
    {
      hostname: 'node1',
      address: '10.88.0.1',
      folder: '/var/lib/skep-sandbox/demo/node1',
      socket: '/var/lib/skep-sandbox/demo/node1/docker.sock',
    },
    {
      hostname: 'node2',
      address: '10.88.0.2',
      folder: '/var/lib/skep-sandbox/demo/node2',
      socket: '/var/lib/skep-sandbox/demo/node2/docker.sock',
    },
  ])
})

test('with the longest name the longest socket still fits into an address', () => {
  const [place] = placesOf('a'.repeat(24), 1)
  expect(`${place?.folder}/exec/containerd/containerd.sock.ttrpc`.length).toBeLessThan(108)
})

test.each(['demo', 'a', 'e2e-1', 'a'.repeat(24)])('%s can be a name', (name) => {
  expect(() => requireSandboxName(name)).not.toThrow()
})

test.each(['', '..', 'a/b', 'Demo', '-a', 'a-', 'a.b', 'a b', 'a'.repeat(25)])('“%s” cannot be a name', (name) => {
  expect(() => requireSandboxName(name)).toThrow('cannot be the name of a sandbox')
})

test('a swarm needs a manager, and no more managers than nodes', () => {
  expect(() => requireShape(3, 3)).not.toThrow()
  expect(() => requireShape(0, 0)).toThrow('1 to 9 nodes')
  expect(() => requireShape(10, 1)).toThrow('1 to 9 nodes')
  expect(() => requireShape(3, 0)).toThrow('1 to 3 can be managers')
  expect(() => requireShape(3, 4)).toThrow('1 to 3 can be managers')
})

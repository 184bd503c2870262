import { expect, test } from 'vitest'
import { writeYaml } from '@/lib/compose/write/write-yaml'
import type { Mount } from '@/lib/swarm/engine-types'
import { mountTree } from './mounts'

function written(...mounts: Mount[]): string {
  const trees = mounts.map((mount) =>
    mountTree(
      mount,
      ({ Source }) => Source ?? '',
      (code) => {
        throw new Error(code)
      },
    ),
  )
  return writeYaml(new Map([['volumes', trees]]))
}

const options = { Labels: { 'com.docker.stack.namespace': 'shop' } }

test('a mount has the short form where that is read as the same', () => {
  expect(
    written(
      { Type: 'volume', Source: 'data', Target: '/data', VolumeOptions: options },
      { Type: 'volume', Source: 'data', Target: '/data', ReadOnly: true, VolumeOptions: { ...options, NoCopy: true } },
      { Type: 'volume', Target: '/anonymous' },
      { Type: 'bind', Source: '/etc', Target: '/etc', ReadOnly: true, BindOptions: { Propagation: 'rslave' } },
    ),
  ).toBe(`volumes:
  - data:/data
  - data:/data:ro,nocopy
  - /anonymous
  - /etc:/etc:ro,rslave
`)
})

test.each<[string, Mount]>([
  ['a volume of one letter', { Type: 'volume', Source: 'v', Target: '/v', VolumeOptions: options }],
  [
    'a path in the volume',
    { Type: 'volume', Source: 'data', Target: '/v', VolumeOptions: { ...options, Subpath: 'a' } },
  ],
  ['a volume that looks like a path', { Type: 'volume', Source: '.data', Target: '/v', VolumeOptions: options }],
  ['an anonymous volume that is read only', { Type: 'volume', Target: '/v', ReadOnly: true }],
  ['a bind of what is no path', { Type: 'bind', Source: 'data', Target: '/v' }],
  ['a target with a colon', { Type: 'bind', Source: '/data', Target: '/v:w' }],
  ['memory', { Type: 'tmpfs', Target: '/v', TmpfsOptions: { SizeBytes: 1024 } }],
])('%s has the long form', (_name, mount) => {
  expect(written(mount)).toMatch(new RegExp(`^volumes:\\n {2}- type: ${mount.Type}\\n`))
})

test('a bind of nothing, which the CLI makes of an empty type alone, has that type', () => {
  expect(written({ Type: 'bind', Target: '/v' })).toBe('volumes:\n  - type: ""\n    target: /v\n')
})

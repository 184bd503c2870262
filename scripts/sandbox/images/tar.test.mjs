// @ts-check
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { packTar } from './tar.mjs'

const entries = [
  { path: 'bin/' },
  { path: 'bin/run', content: '#!/bin/sh\n', mode: 0o755 },
  { path: 'bin/sh', target: 'busybox' },
  { path: 'tmp/', mode: 0o1777 },
  { path: 'data', content: Buffer.alloc(1_000_000, 'x') },
]

test('tar itself reads what we pack', () => {
  const listed = execFileSync('tar', ['-tvf', '-', '--numeric-owner', '--full-time', '--utc'], {
    input: packTar(entries),
  })
  expect(String(listed)).toMatchInlineSnapshot(`
    "drwxr-xr-x 0/0               0 1970-01-01 00:00:00 bin/
    -rwxr-xr-x 0/0              10 1970-01-01 00:00:00 bin/run
    lrwxr-xr-x 0/0               0 1970-01-01 00:00:00 bin/sh -> busybox
    drwxrwxrwt 0/0               0 1970-01-01 00:00:00 tmp/
    -rw-r--r-- 0/0         1000000 1970-01-01 00:00:00 data
    "
  `)
  expect(execFileSync('tar', ['-xOf', '-', 'bin/run'], { input: packTar(entries) }).toString()).toBe('#!/bin/sh\n')
})

test('refuses a path that the format cannot hold', () => {
  expect(() => packTar([{ path: 'x'.repeat(100) }])).toThrow('too long')
})

import { expect, test } from 'vitest'
import { configDetail, configRows } from './configs'
import { secretDetail, secretRows } from './secrets'
import { config } from './testing/config'
import { secret } from './testing/secret'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'

const names = ['constructor', '__proto__', 'a'.repeat(64), 'hasOwnProperty']

test('names and labels that JavaScript knows are names and labels like others', () => {
  const labels = JSON.parse('{"__proto__": "x", "constructor": "y", "설명": "할 일 목록"}')
  const swarm = snapshot(...names.map((Name) => config({ Name, labels })))
  expect(configRows(swarm).map((row) => row.name)).toEqual([...names].sort())
  for (const name of names) {
    const row = configDetail(swarm, name)?.row
    expect(row?.usedBy).toEqual([])
    expect(row?.versions).toEqual([name])
    expect(Object.entries(row?.labels ?? {})).toContainEqual(['설명', '할 일 목록'])
    expect(Object.hasOwn(row?.labels ?? {}, '__proto__')).toBe(true)
  }
})

test('what does not exist has no page', () => {
  expect(configDetail(snapshot(), 'constructor')).toBeNull()
  expect(secretDetail(snapshot(), '__proto__')).toBeNull()
})

test('versions of a family come oldest first, and each knows them all', () => {
  const old = secret({ Name: 'db_password', createdAt: '2026-01-01T12:00:00.1Z' })
  const young = secret({ Name: 'db_password_v2', createdAt: '2026-01-02T12:00:00.1Z' })
  const rows = secretRows(snapshot(young, old, secret({ Name: 'other' })))
  expect(rows[0]).toMatchObject({ family: 'db_password', versions: ['db_password', 'db_password_v2'] })
  expect(secretDetail(snapshot(young, old), 'db_password_v2')?.versions.map((row) => row.name)).toEqual([
    'db_password',
    'db_password_v2',
  ])
})

test('a row of a secret holds nothing about its value', () => {
  const [row] = secretRows(snapshot(secret({ Name: 'db_password' })))
  expect(Object.keys(row ?? {}).sort()).toEqual(
    [
      'id',
      'objectId',
      'name',
      'stack',
      'labels',
      'createdAt',
      'updatedAt',
      'usedBy',
      'family',
      'versions',
      'rotated',
      'driver',
    ].sort(),
  )
})

test('a config that only a rollback needs cannot be removed', () => {
  const old = config({ Name: 'list' })
  const web = service({ Name: 'web', previous: service({ Name: 'web', configs: [old] }).Spec })
  expect(configDetail(snapshot(old, web), 'list')?.blockers).toMatchObject([{ serviceName: 'web', by: 'previous' }])
  expect(configDetail(snapshot(old), 'list')?.blockers).toEqual([])
})

test('size, hash and format are known once the content was seen, and templating is told', () => {
  const seen = config({ Name: 'seen', sha256: 'ab', templating: 'golang' })
  expect(configRows(snapshot(config({ Name: 'new' }), seen))).toMatchObject([
    { sizeBytes: null, contentSha256: null, format: null, templating: null },
    { sizeBytes: 12, contentSha256: 'ab', format: 'text', templating: 'golang' },
  ])
})

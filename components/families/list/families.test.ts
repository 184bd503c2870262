import { expect, test } from 'vitest'
import { dayMs, policyRow, secretRow } from '@/components/families/testing/rows'
import { usage } from '@/components/swarm/testing/usage'
import type { SecretRow } from '@/lib/contract/data-objects'
import { familiesOf, lastRotation } from './family'
import { type FamilyFilter, familyFilters, filtersOf, matches } from './family-filter'

const now = 1_800_000_000_000

const single = (name: string, wish?: Partial<SecretRow>) => secretRow(name, now, wish)

const version = (name: string, wish: Partial<SecretRow> = {}) =>
  single(name, { family: 'key', versions: ['key', 'key_v2', 'key_v3'], ...wish })

const rotated = { operationId: 'op', actorName: 'ann', at: now - dayMs }

test('versions of one thing are one family, oldest first, with the users of all of them', () => {
  const [family] = familiesOf(
    [
      version('key_v3'),
      version('key', { usedBy: [usage('shop_web', 'shop')] }),
      version('key_v2', { usedBy: [usage('api', null), usage('shop_old', 'shop', 'previous')] }),
    ],
    [],
  )
  expect(family?.versions.map(({ name }) => name)).toEqual(['key', 'key_v2', 'key_v3'])
  expect(family).toMatchObject({ name: 'key', current: { name: 'key_v2' }, services: ['api', 'shop_web'] })
  expect(family?.stacks).toHaveLength(2)
})

test('who rotated last is told of the version in use, so that a rotation that was taken back does not count', () => {
  const last = (...rows: SecretRow[]) => familiesOf(rows, []).map(lastRotation)
  const inUse = { usedBy: [usage('api', null)] }
  expect(last(version('key'), version('key_v2', { ...inUse, rotated }))).toEqual([{ how: 'rotated', note: rotated }])
  expect(last(version('key', inUse), version('key_v2', { rotated }))).toEqual([{ how: 'never' }])
  expect(last(version('key'), version('key_v2', inUse))).toEqual([{ how: 'otherwise', at: now - 10 * dayMs }])
  // One that has stopped half-way is no work of somebody else.
  const labels = { 'io.skep.operation': 'o1' }
  expect(last(version('key'), version('key_v2', { ...inUse, labels }))).toEqual([
    { how: 'ours', at: now - 10 * dayMs, operationId: 'o1' },
  ])
})

test('the filters find what is unused, shared between stacks, due or overdue, and never rotated', () => {
  const families = familiesOf(
    [
      single('lonely'),
      single('kept', { usedBy: [usage('web', 'shop', 'previous')], rotated }),
      single('shared', { usedBy: [usage('web', 'shop'), usage('web2', 'blog')], rotated }),
      single('old', { usedBy: [usage('web', 'shop')], rotated }),
      single('young', { usedBy: [usage('web', 'shop')], rotated }),
    ],
    [policyRow('old', { maxAgeDays: 9 }), policyRow('young', { maxAgeDays: 90 })],
  )
  const found = (filter: FamilyFilter) => families.filter((one) => matches(one, filter, now)).map(({ name }) => name)
  expect(Object.fromEntries(familyFilters.map((filter) => [filter, found(filter)]))).toEqual({
    unused: ['kept', 'lonely'],
    shared: ['shared'],
    due: ['old'],
    never: ['lonely'],
  })
})

test('of what the URL says only filters are taken', () => {
  expect(filtersOf('due,nonsense,unused')).toEqual(['unused', 'due'])
  expect(filtersOf('')).toEqual([])
})

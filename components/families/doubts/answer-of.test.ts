import { expect, test } from 'vitest'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'
import { answerOf, objectsInDoubt } from './answer-of'

const doubt: FamilyDoubt = {
  kind: 'secret',
  question: 'join',
  name: 'database-key_v2',
  other: 'dbkey',
  serviceName: 'shop_api',
  target: 'db',
}

const rows = [
  { name: 'dbkey', family: 'dbkey', versions: ['dbkey'] },
  { name: 'database-key_v2', family: 'database-key', versions: ['database-key', 'database-key_v2'] },
]

test('versions of one thing go into the family of the one in use, with all their versions', () => {
  expect(answerOf(doubt, true, rows)).toEqual({
    kind: 'secret',
    names: ['dbkey', 'database-key', 'database-key_v2'],
    family: 'database-key',
  })
})

test('two different things are noted as such, and their other versions are left alone', () => {
  expect(answerOf(doubt, false, rows)).toEqual({ kind: 'secret', names: ['database-key_v2', 'dbkey'], family: null })
})

test('an object of several doubts is counted once', () => {
  expect(objectsInDoubt([doubt, { ...doubt, other: 'db-secret' }])).toBe(3)
})

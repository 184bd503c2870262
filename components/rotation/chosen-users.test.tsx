import { expect, test } from 'vitest'
import type { Usage } from '@/lib/contract/data-objects'
import { chosenToText, chosenUsers, restingUsersOf, usersOf } from './chosen-users'

const usage = (serviceName: string, by: Usage['by'] = 'spec', target: string | null = '/a'): Usage => ({
  serviceName,
  serviceId: `id-${serviceName}`,
  stack: null,
  target,
  uid: null,
  gid: null,
  mode: null,
  by,
})

const version = (name: string, usedBy: Usage[], labels: Record<string, string> = {}) => ({ name, usedBy, labels })
const one = (...usages: Usage[]) => [version('key', usages)]

const users = usersOf('key', one(usage('api'), usage('job'), usage('web')))
const names = (chosen: string) => chosenUsers(users, chosen).map((user) => user.serviceName)

test('a service counts once, with every path at which it has the object', () => {
  expect(usersOf('key', one(usage('api', 'spec', '/a'), usage('api', 'spec', '/b')))).toMatchObject([
    { serviceName: 'api', targets: [{ path: '/a' }, { path: '/b' }] },
  ])
})

test('who only needs it for a rollback, or has a task with it, is not pointed at the successor', () => {
  const versions = one(usage('old', 'previous'), usage('ending', 'task'), usage('api'))
  expect(usersOf('key', versions).map((user) => user.serviceName)).toEqual(['api'])
  expect(restingUsersOf('key', versions)).toEqual(['old', 'ending'])
})

test('services on other versions are listed, too; those of which a name alone tells are not chosen', () => {
  const ours = { 'io.skep.family': 'key' }
  const versions = [
    version('key', [usage('worker'), usage('api', 'previous')]),
    version('key_v2', [usage('jobs')], ours),
    version('key_v3', [usage('api'), usage('web')], ours),
  ]
  const all = usersOf('key_v3', versions)
  expect(all.map(({ serviceName, others }) => [serviceName, ...others])).toEqual([
    ['api'],
    ['jobs', 'key_v2'],
    ['web'],
    ['worker', 'key'],
  ])
  expect(chosenUsers(all, '').map((user) => user.serviceName)).toEqual(['api', 'jobs', 'web'])
  expect(chosenToText(all, all)).toBe('api,jobs,web,worker')
  // A rollback would bring it back, but whoever is asked for is in the list already.
  expect(restingUsersOf('key', versions)).toEqual([])
})

test('everybody is chosen until somebody chooses', () => {
  expect(names('')).toEqual(['api', 'job', 'web'])
})

test('the order of the choice is kept, strangers and repetitions are not', () => {
  expect(names('web,gone,api,web')).toEqual(['web', 'api'])
})

test('a choice goes into the URL and comes back', () => {
  for (const chosen of [users, users.slice(1), users.toReversed(), []]) {
    expect(chosenUsers(users, chosenToText(users, chosen))).toEqual(chosen)
  }
  expect(chosenToText(users, users)).toBe('')
  expect(chosenToText(users, [])).toBe('-')
})

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

const users = usersOf([usage('api'), usage('web'), usage('job')])
const names = (chosen: string) => chosenUsers(users, chosen).map((user) => user.serviceName)

test('a service counts once, with every path at which it has the object', () => {
  expect(usersOf([usage('api', 'spec', '/a'), usage('api', 'spec', '/b')])).toMatchObject([
    { serviceName: 'api', targets: [{ path: '/a' }, { path: '/b' }] },
  ])
})

test('who only needs it for a rollback, or has a task with it, is not pointed at the successor', () => {
  const usages = [usage('old', 'previous'), usage('ending', 'task'), usage('api')]
  expect(usersOf(usages).map((user) => user.serviceName)).toEqual(['api'])
  expect(restingUsersOf(usages)).toEqual(['old', 'ending'])
})

test('everybody is chosen until somebody chooses', () => {
  expect(names('')).toEqual(['api', 'web', 'job'])
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

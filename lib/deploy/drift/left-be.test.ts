import { expect, test } from 'vitest'
import type { LeftBe } from '@/lib/contract/deploy'
import { applied } from '@/lib/deploy/testing/applied'
import { converted } from '@/lib/deploy/testing/converted'
import { planned } from '@/lib/deploy/testing/planned'
import { whoLeft } from './left-be'

const left = (wish: Partial<LeftBe>): LeftBe => {
  return { service: 'shop_web', field: 'image', value: null, at: 1, byName: 'kim', ...wish }
}
const change = { path: 'image', before: 'a:1', after: 'a:2', isMasked: false }

test('it is about one field of one service', () => {
  const one = left({})
  expect(whoLeft([one], 'shop_web', change)).toBe(one)
  expect(whoLeft([one], 'shop_api', change)).toBeNull()
  expect(whoLeft([one], 'shop_web', { ...change, path: 'hostname' })).toBeNull()
})

test('with a value, only while it has that value', () => {
  expect(whoLeft([left({ value: 'a:2' })], 'shop_web', change)).not.toBeNull()
  expect(whoLeft([left({ value: 'a:3' })], 'shop_web', change)).toBeNull()
})

const before = 'services: {web: {image: "a:1", hostname: x, deploy: {replicas: 5}}}'
const after = 'services: {web: {image: "a:2", hostname: y, deploy: {replicas: 2}}}'

function notesWith(...leftBe: LeftBe[]) {
  const snapshot = applied(converted(before), planned(before).resolved)
  const { services } = planned(after, { snapshot, leftBe })
  return (services[0]?.notes ?? []).filter(({ code }) => code === 'resets_left_be')
}

test('a deployment says what it would reset of what is let be, field by field and by whom', () => {
  const reset = notesWith(left({ field: 'hostname' }), left({ field: 'deploy.replicas', value: '5', byName: 'ann' }))
  expect(reset).toEqual([
    { code: 'resets_left_be', params: { field: 'hostname', by: 'kim' } },
    { code: 'resets_left_be', params: { field: 'deploy.replicas', by: 'ann' } },
  ])
})

test('what it leaves as it is, and a number that is no longer the live one, is not mentioned', () => {
  expect(notesWith(left({ field: 'user' }), left({ field: 'deploy.replicas', value: '7' }))).toEqual([])
})

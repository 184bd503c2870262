import { expect, test } from 'vitest'
import type { Stamp } from '@/lib/contract/stamp'
import type { StreamMessage } from '@/lib/contract/topics'
import { applyMessage, type Views } from './apply-message'

const stamp = (revision: number, epoch = 'e'): Stamp => ({ swarmId: 's', epoch, revision, asOf: 0 })
const row = (id: string, tasks = 0) => ({ id, tasks })
const table = (revision: number, rows: { id: string }[], epoch = 'e') => ({ stamp: stamp(revision, epoch), rows })
const none: Views = new Map()

const view = (revision: number, rows: { id: string }[], epoch = 'e'): StreamMessage => ({
  type: 'view',
  topic: 'services',
  view: table(revision, rows, epoch),
})
const change = (revision: number, upserted: { id: string }[], removed: string[] = [], epoch = 'e'): StreamMessage => ({
  type: 'rows',
  topic: 'services',
  stamp: stamp(revision, epoch),
  upserted,
  removed,
})
const after = (...messages: StreamMessage[]) => messages.reduce(applyMessage, none).get('services')

test('a whole view is taken as it is', () => {
  expect(after(view(1, [row('a')]))).toEqual(table(1, [row('a')]))
})

test('changed rows keep their place, new ones come last, removed ones go', () => {
  const last = after(view(1, [row('a'), row('b'), row('c')]), change(2, [row('b', 7), row('d')], ['a']))
  expect(last).toEqual(table(2, [row('b', 7), row('c'), row('d')]))
})

test('a row that is removed and made again in one change is there', () => {
  expect(after(view(1, [row('a')]), change(2, [row('a', 1)], ['a']))).toEqual(table(2, [row('a', 1)]))
})

test('a change that arrives late is dropped, and nobody draws again', () => {
  const views = applyMessage(none, view(5, [row('a', 5)]))
  expect(applyMessage(views, change(4, [row('a', 4)]))).toBe(views)
  expect(applyMessage(views, view(4, []))).toBe(views)
})

test('a change for a view that is not there waits for the whole', () => {
  expect(applyMessage(none, change(2, [row('a')]))).toBe(none)
})

test('after a restart of the server the new view wins with its small revision, and old changes do not touch it', () => {
  const restarted = applyMessage(applyMessage(none, view(900, [row('a')])), view(1, [row('b')], 'f'))
  expect(restarted.get('services')).toEqual(table(1, [row('b')], 'f'))
  expect(applyMessage(restarted, change(901, [row('a')]))).toBe(restarted)
})

test('rows named like members of Object are rows like others', () => {
  const last = after(view(1, [row('constructor')]), change(2, [row('__proto__')], ['constructor']))
  expect(last).toEqual(table(2, [row('__proto__')]))
})

// @ts-check
import { expect, test } from 'vitest'
import { table } from './status.mjs'

test('columns stand below each other, with nothing after the last', () => {
  expect(
    table([
      ['NODE', 'STATUS', 'MANAGER'],
      ['node1', 'ready', 'leader'],
      ['node2', 'down', ''],
    ]),
  ).toEqual(['NODE   STATUS  MANAGER', 'node1  ready   leader', 'node2  down'])
})

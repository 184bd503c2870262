import { expect, test } from 'vitest'
import { node } from '@/lib/swarm/testing/node'
import { fitsConstraints } from './constraints'

const east = node({
  Hostname: 'East',
  Role: 'manager',
  Labels: { disk: 'ssd', Zone: 'Seoul' },
  engineLabels: { storage: 'nvme' },
})

test.each([
  ['node.hostname==east', true],
  ['node.hostname == EAST', true],
  ['node.hostname!=east', false],
  ['node.id==node-East', true],
  ['node.role==manager', true],
  ['node.role!=manager', false],
  ['node.labels.disk==ssd', true],
  ['node.labels.Zone==seoul', true],
  ['node.labels.zone==seoul', false],
  ['node.labels.missing!=x', true],
  ['node.labels.constructor==x', false],
  ['engine.labels.storage==nvme', true],
  ['node.platform.os==linux', true],
  ['node.platform.arch==aarch64', false],
  ['nonsense', false],
  ['node.labels.disk=ssd', false],
])('%s fits a labelled manager: %s', (constraint, fits) => {
  expect(fitsConstraints(east, [constraint])).toBe(fits)
})

test('all constraints must hold, and none is no hindrance', () => {
  expect(fitsConstraints(east, [])).toBe(true)
  expect(fitsConstraints(east, ['node.role==manager', 'node.labels.disk==hdd'])).toBe(false)
})

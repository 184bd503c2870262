import { expect, test } from 'vitest'
import { specDifferences } from './spec-differences'

test('differences are paths of members, and lists differ as a whole', () => {
  const a = { Name: 'a', Task: { Env: ['A=1', 'B=2'], Labels: { x: '1' }, Same: { deep: [1, { y: 2 }] } } }
  const b = { Name: 'a', Task: { Env: ['B=2', 'A=1'], Labels: { z: '1' }, Same: { deep: [1, { y: 2 }] } }, More: {} }
  expect(specDifferences(a, b)).toEqual(['More', 'Task.Env', 'Task.Labels.x', 'Task.Labels.z'])
})

test('absent, null and empty are three things', () => {
  expect(specDifferences({ a: null, b: {} }, {})).toEqual(['a', 'b'])
  expect(specDifferences({ a: undefined }, {})).toEqual([])
})

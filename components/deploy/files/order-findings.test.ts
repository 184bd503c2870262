import { expect, test } from 'vitest'
import { foundAt } from '@/components/deploy/testing/planned-deploy'
import { bySeverity, correctionsOf, errorsByFile } from './order-findings'

const edit = (start: number, end: number) => [{ file: 'compose.yaml', start, end, text: 'x' }]
const findings = [
  foundAt('image_without_tag', 'info', 1),
  foundAt('restart_counts', 'warning', 9, edit(9, 12)),
  foundAt('image_missing', 'error', 20),
  foundAt('schema_unknown_property', 'error', 4, edit(4, 7)),
]

test('errors come first, then warnings, then remarks, each in the order of the file', () => {
  expect(bySeverity(findings).map(({ start }) => start)).toEqual([4, 20, 9, 1])
})

test('corrections that touch one another are not made together', () => {
  const touching = [...findings, foundAt('property_ignored', 'warning', 10, edit(10, 14))]
  expect(correctionsOf(touching).map(({ start }) => start)).toEqual([9, 4])
})

test('errors are counted by file', () => {
  expect([...errorsByFile(findings)]).toEqual([['compose.yaml', 2]])
})

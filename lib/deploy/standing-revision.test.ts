import { expect, test } from 'vitest'
import type { RevisionResult, RevisionRow } from '@/lib/contract/deploy'
import { standingRevision } from './standing-revision'

const rows = (...results: RevisionResult[]) =>
  results.map((result, index): RevisionRow => ({ ...row, id: `r${index}`, number: index + 1, result }))
const row: RevisionRow = {
  id: '',
  stack: 'todo',
  number: 0,
  kind: 'deploy',
  createdAt: 0,
  endedAt: null,
  actorName: 'Ann',
  reason: '',
  result: 'converged',
  operationId: null,
  restores: null,
  summary: { files: [], variables: [], images: {}, configs: [], secrets: [] },
}

test('what was rolled back or failed is not what a stack is held to be', () => {
  expect(standingRevision(rows('converged', 'converged', 'rolled_back', 'failed'))?.number).toBe(2)
  expect(standingRevision(rows('converged', 'needs_decision'))?.number).toBe(2)
  expect(standingRevision(rows('recorded', 'running'))?.number).toBe(2)
  expect(standingRevision(rows('failed'))).toBeNull()
  expect(standingRevision([])).toBeNull()
})

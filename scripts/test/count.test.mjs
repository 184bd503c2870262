import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countPlaywright, countVitest } from './count.mjs'

const reportOf = (content) => {
  const path = join(mkdtempSync(join(tmpdir(), 'skep-count-')), 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

test('counts what the runners report', () => {
  expect(countVitest(reportOf({ numPassedTests: 7, numFailedTests: 2 }), false)).toEqual({ passed: 7, failed: 2 })
  const stats = { expected: 5, unexpected: 1, flaky: 1 }
  expect(countPlaywright(reportOf({ stats }), false)).toEqual({ passed: 5, failed: 2 })
})

test('a runner that dies without a failed test is a failure', () => {
  expect(countVitest(reportOf({ numPassedTests: 7, numFailedTests: 0 }), false)).toEqual({ passed: 7, failed: 1 })
  expect(countVitest('/nowhere.json', true)).toEqual({ passed: 0, failed: 1 })
})

test('a run without a single test is a failure', () => {
  expect(countVitest(reportOf({ numPassedTests: 0, numFailedTests: 0 }), true)).toEqual({ passed: 0, failed: 1 })
})

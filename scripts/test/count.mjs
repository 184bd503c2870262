// @ts-check
import { existsSync, readFileSync } from 'node:fs'

/** A runner that fails without naming a failed test counts as one failure, and so does a report without a test. */
const atLeastOneFailure = (/** @type {number} */ passed, /** @type {number} */ failed, /** @type {boolean} */ ok) => ({
  passed,
  failed: failed === 0 && (!ok || passed === 0) ? 1 : failed,
})

/** @param {string} report vitest's JSON @param {boolean} ok whether the runner ended well */
export function countVitest(report, ok) {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return atLeastOneFailure(numPassedTests, numFailedTests, ok)
}

/** @param {string} report Playwright's JSON @param {boolean} ok whether the runner ended well */
export function countPlaywright(report, ok) {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats
  return atLeastOneFailure(expected, unexpected + flaky, ok)
}

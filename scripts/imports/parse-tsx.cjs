// @ts-check
/**
 * Loaded before dependency-cruiser: its swc parser reads every file as TypeScript without JSX (its source says "TODO:
 * {tj}sx ?") and stops at the first component.
 */
const swc = require('@swc/core')

const { parseFileSync } = swc
Object.defineProperty(swc, 'parseFileSync', {
  /** @param {string} file @param {import('@swc/core').ParseOptions} options */
  value: (file, options) => parseFileSync(file, { ...options, syntax: 'typescript', tsx: file.endsWith('.tsx') }),
})

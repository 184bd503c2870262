/**
 * The layers of ARCHITECTURE.md as rules. scripts/check-imports.mjs runs them, and first proves on deliberate violations
 * that each one bites.
 */
const pure = '^lib/(errors|contract|swarm|compose|plan|deploy|rotation|scaling|placement|explain|guard|paths)/'
const test = '[.]test[.](ts|tsx)$|/testing/'
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle hides which of two ideas comes first.', {}, { circular: true }),
    forbid(
      'pure-code-does-no-io',
      'Pure code is tested without a swarm, a database or a browser.',
      { path: pure, pathNot: test },
      { path: '^(lib|components|app)/', pathNot: pure },
    ),
    forbid(
      'pure-code-uses-few-packages',
      'Only zod, yaml, diff and node:crypto.',
      { path: pure, pathNot: test },
      { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '^(crypto|node:crypto)$|node_modules/(zod|yaml|diff)/' },
    ),
    forbid(
      'only-the-engine-talks-to-docker',
      'One place negotiates, translates errors and counts requests.',
      { path: '^(app|components|lib)/', pathNot: `^lib/engine/` },
      { path: 'node_modules/(@types/)?(dockerode|docker-modem)/' },
    ),
    forbid(
      'the-engine-stands-alone',
      'lib/engine knows pure code and settings alone.',
      { path: '^lib/engine/', pathNot: test },
      { path: '^(app|components|lib)/', pathNot: [pure, '^lib/engine/', '^lib/settings[.]ts$'] },
    ),
    forbid(
      'browser-code-reaches-the-server-through-the-api',
      'Components and lib/browser know contracts and pure code alone.',
      { path: '^(components|lib/browser)/', pathNot: test },
      { path: '^lib/', pathNot: [pure, '^lib/browser/', '^lib/i18n/(locales|provider)'] },
    ),
    forbid(
      'no-schemas-in-pages',
      'zod costs a page 34 kB.',
      { path: '^(components|lib/browser|lib/contract/[^/]+[.]ts)', pathNot: test },
      { path: ['^lib/contract/inputs/', 'node_modules/zod/'] },
    ),
    forbid(
      'primitives-know-no-swarm',
      'components/ui could be used in any product.',
      { path: '^components/ui/' },
      { path: '^(components|lib|app)/', pathNot: ['^components/ui/', '^lib/(errors|browser|i18n)/'] },
    ),
    forbid(
      'features-do-not-import-each-other',
      'What two features need belongs in components/ui, components/swarm or components/plan; pages put features together.',
      { path: '^components/([^/]+)/' },
      { path: '^components/', pathNot: ['^components/$1/', '^components/(ui|swarm|plan)/'] },
    ),
    forbid(
      'small-things-do-not-know-large-ones',
      'ui, then swarm, then plan, then features.',
      { path: '^components/swarm/' },
      { path: '^components/', pathNot: '^components/(ui|swarm)/' },
    ),
    forbid('nothing-imports-app', 'app/ is the top.', { pathNot: '^app/' }, { path: '^app/' }),
    forbid('every-import-resolves', 'What does not resolve is not checked either.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[.]next' },
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.css'],
    },
  },
}

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Layers that ARCHITECTURE.md calls pure. */
const pure = [
  'lib/{compose,contract,deploy,errors,guard,paths,plan,rotation,scaling,swarm}/**/*.test.ts',
  '{components,messages}/**/*.test.ts',
]

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      // 'server-only' throws outside Next; here every file may be loaded.
      { find: 'server-only', replacement: here('./scripts/test/empty-module.ts') },
      { find: /^@\//, replacement: here('./') },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: pure,
          // Code without state needs no module registry of its own for each file, which takes most of the time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{lib,components,messages,app,docs}/**/*.test.ts'],
          exclude: ['**/*.engine.test.ts', ...pure],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['{components,lib}/**/*.test.tsx'],
          setupFiles: ['scripts/test/dom-setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'scripts', environment: 'node', include: ['scripts/**/*.test.mjs'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          environment: 'node',
          include: ['{app,lib,scripts}/**/*.engine.test.ts'],
          // Each worker has a swarm of its own, and waits for it more than it works.
          maxWorkers: 3,
          // Each wait in them is for a fact. These end what hangs, and no machine is too slow for them.
          testTimeout: 240_000,
          hookTimeout: 480_000,
          expect: { poll: { timeout: 60_000 } },
          globalSetup: ['scripts/test/engine-setup.ts'],
        },
      },
    ],
  },
})

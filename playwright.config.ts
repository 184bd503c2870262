import { defineConfig } from '@playwright/test'

/** Without these, Chromium asks its maker's servers about many things, at every start. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  globalSetup: './e2e/support/sandbox.ts',
  outputDir: 'test-results',
  // A rollout of several tasks takes seconds on two cores, and many times that where they have other work.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // Each has a swarm of its own, and waits for it more than it works.
  workers: 3,
  fullyParallel: true,
  reporter: [['list']],
  use: {
    // Recording takes its share of two cores: `npm run journeys -- --trace retain-on-failure NAME` shows one that fails.
    trace: 'off',
    // Without a graphics card, whatever turns is painted sixty times a second by one of two cores.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: quiet },
  },
})

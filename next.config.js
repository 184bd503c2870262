/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // Tests build beside a running server; each build has a folder of its own.
  distDir: process.env.SKEP_BUILD_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  images: { unoptimized: true },
  // Native addons and packages that load files at run time cannot be bundled (Turbopack refuses ssh2's addon).
  serverExternalPackages: ['dockerode', 'docker-modem', 'ssh2', 'cpu-features', 'better-sqlite3'],
  outputFileTracingRoot: import.meta.dirname,
  outputFileTracingExcludes: {
    '*': ['./node_modules/@img/**', './node_modules/sharp/**', './node_modules/typescript/**'],
  },
}

// Adds lock entries for optional platform packages the registry in use does not serve, so that `npm ci` accepts the lock on every platform.
import fs from 'node:fs'

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
const P = lock.packages
let added = 0
const OS = ['android', 'darwin', 'win32', 'freebsd', 'openbsd', 'netbsd', 'linux', 'openharmony', 'sunos', 'aix']
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']
for (const [k, v] of Object.entries(P))
  for (const [dep, range] of Object.entries(v.optionalDependencies ?? {})) {
    const nested = `${k}/node_modules/${dep}`,
      top = `node_modules/${dep}`
    if (P[nested] || P[top] || !/^\d/.test(range)) continue
    const words = dep.split(/[/-]/).map((w) => w.replace(/^arm-?(gnueabihf|musleabihf|eabi)$/, 'arm'))
    const os = OS.filter((o) => words.includes(o)),
      cpu = CPU.filter((c) => words.includes(c))
    const libc = words.some((w) => w.startsWith('musl'))
      ? ['musl']
      : words.some((w) => w.startsWith('gnu')) || words.includes('glibc')
        ? ['glibc']
        : undefined
    P[top] = {
      version: range,
      ...(cpu.length ? { cpu } : {}),
      ...(v.dev ? { dev: true } : {}),
      ...(libc && os.includes('linux') ? { libc } : {}),
      optional: true,
      ...(os.length ? { os } : {}),
    }
    added++
    if (!os.length && !cpu.length) console.log('no platform guess for', dep)
    else if (!os.length || !cpu.length) console.log('partial', dep, os, cpu)
  }
lock.packages = Object.fromEntries(Object.entries(P).sort(([a], [b]) => (a < b ? -1 : 1)))
fs.writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log('added', added)

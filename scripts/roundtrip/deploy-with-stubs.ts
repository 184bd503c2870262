import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CliEnvironment, deployWithCli } from '@/scripts/conformance/docker-cli'
import { mostStubs, supplyStub } from '@/scripts/conformance/supply-stub'
import { supplyExternal } from './supply-external'
import type { Swarm } from './swarm'

type Wish = { directory: string; stack: string; composeFiles: string[]; environment: Record<string, string> }

/** Deep enough that paths like ../../x stay below the temporary directory. */
const depth = ['1', '2', '3', '4', '5', '6']

/**
 * Deploys with the docker CLI, putting there what it misses: files, required variables, external networks, secrets and
 * configs. Resolves with the CLI's last words where it refuses all the same, else with null.
 */
export async function deployWithStubs(wish: Wish, { host, ask }: Swarm): Promise<string | null> {
  const root = mkdtempSync(join(tmpdir(), 'skep-roundtrip-'))
  const directory = join(root, ...depth)
  try {
    mkdirSync(directory, { recursive: true })
    for (const file of wish.composeFiles.filter((name) => existsSync(join(wish.directory, name))))
      cpSync(join(wish.directory, file), join(directory, file))
    const path = process.env.PATH ?? ''
    const environment: CliEnvironment = { NODE_ENV: 'test', PATH: path, HOME: '/home/user', ...wish.environment }
    const ground = { root, directory, sourceDirectory: wish.directory, environment }
    const place = { directory, environment, host, flags: ['--resolve-image', 'never'] }
    for (let round = 0; ; round += 1) {
      const { exitCode, stderr } = await deployWithCli(wish.stack, wish.composeFiles, place)
      if (exitCode === 0) return null
      const isSupplied =
        round < mostStubs && (supplyStub(stderr, ground) || (await supplyExternal(stderr, ask)) !== null)
      if (!isSupplied) return stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

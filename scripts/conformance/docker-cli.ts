import { spawn } from 'node:child_process'

export type CliRun = { exitCode: number; stderr: string }

/**
 * Environment of a run: what is given and no more, so that nothing of this machine gets into a stack. NODE_ENV is there
 * because Next's types want it in every environment.
 */
export type CliEnvironment = Record<string, string> & { NODE_ENV: 'test' }

/** `docker stack deploy` against an engine. */
export function deployWithCli(
  stack: string,
  composeFiles: readonly string[],
  place: { directory: string; environment: CliEnvironment; host: string; flags?: readonly string[] },
): Promise<CliRun> {
  const args = ['stack', 'deploy', ...(place.flags ?? []), ...composeFiles.flatMap((file) => ['-c', file]), '--', stack]
  return run(args, place.directory, { ...place.environment, DOCKER_HOST: place.host })
}

function run(args: string[], cwd: string, env: CliEnvironment): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('docker', args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 })
    const chunks: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ exitCode: code ?? 1, stderr: Buffer.concat(chunks).toString() }))
  })
}

import { spawn } from 'node:child_process'

/** A command of a case, which may fail: some are there to find out whether they do. */
export function runShell(command: string, cwd: string, host: string): Promise<void> {
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH ?? '', HOME: '/home/user', DOCKER_HOST: host }
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { cwd, env, stdio: 'ignore', timeout: 60_000 })
    child.on('error', reject)
    child.on('close', () => resolve())
  })
}

import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { CliEnvironment } from './docker-cli'

/** How often the CLI may ask for another file or variable. */
export const mostStubs = 80

export type StubGround = { root: string; directory: string; sourceDirectory: string; environment: CliEnvironment }

/** Puts there what the CLI complains about; false if that cannot be. */
export function supplyStub(stderr: string, { root, directory, sourceDirectory, environment }: StubGround): boolean {
  const variable = /required variable ([A-Za-z_]\w*) is missing a value/.exec(stderr)?.[1]
  if (variable !== undefined && !(variable in environment)) {
    environment[variable] = '1'
    return true
  }
  const path = /open (.+): no such file or directory/.exec(stderr)?.[1]
  if (path === undefined || !path.startsWith(`${root}/`) || existsSync(path)) return false
  const original = join(sourceDirectory, relative(directory, path))
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(original) && statSync(original).isDirectory()) mkdirSync(path)
  else if (existsSync(original)) copyFileSync(original, path)
  else writeFileSync(path, 'STUB=1\n')
  return true
}

// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * One hash over the content of files and folders; what does not exist is left out.
 * @param {string} root
 * @param {string[]} names
 */
export function hashOf(root, names) {
  const hash = createHash('sha256')
  for (const name of names) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    const files = statSync(path).isDirectory() ? filesBelow(path) : [path]
    for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Does the work only when the stamp that the last success left differs from this one.
 * @param {string} file
 * @param {string} stamp
 * @param {() => Promise<void>} work
 */
export async function unlessStamped(file, stamp, work) {
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stamp)
}

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { docker } from '@/e2e/support/docker'
import { deploySample } from '@/scripts/sandbox/sample.mjs'
import { configContents, secretNames } from './contents'

/** Fills a swarm with what people have in theirs: things that run, that change, that fail, and with long names. */
export async function fillSwarm(sandbox: string): Promise<void> {
  await deploySample(sandbox)
  const existing = await namesOf('config')
  for (const [name, content] of Object.entries(configContents))
    if (!existing.has(name)) await docker(['config', 'create', ...labelsOf(name), name, '-'], content)
  const known = await namesOf('secret')
  for (const name of secretNames)
    if (!known.has(name)) await docker(['secret', 'create', name, '-'], randomBytes(24).toString('base64url'))

  await deploy('shop', 'shop')
  await deploy('billing', 'billing')
  await deploy('customer-relations', 'long')
  await deploy('search', 'search')
  await lonelyService()
  await changeSearch()
}

const labelsOf = (name: string) =>
  name === 'shop_messages_ko' ? ['--label', 'owner=번역 팀', '--label', 'language=ko 🇰🇷'] : []

async function namesOf(kind: 'config' | 'secret' | 'service'): Promise<Set<string>> {
  return new Set((await docker([kind, 'ls', '--format', '{{.Name}}'])).split('\n'))
}

async function deploy(stack: string, file: string, values: Record<string, string> = {}): Promise<void> {
  const path = resolve(import.meta.dirname, 'stacks', `${file}.yml`)
  const text = readFileSync(path, 'utf8').replace(
    /\$\{(\w+):-([^}]*)\}/g,
    (_, name: string, byDefault: string) => values[name] ?? byDefault,
  )
  await docker(['stack', 'deploy', '--resolve-image', 'never', '--detach=true', '-c', '-', stack], text)
}

/** A service that no stack owns. Its secret was another before, which by its name may be anything. */
async function lonelyService(): Promise<void> {
  if ((await namesOf('service')).has('registry-mirror')) return
  const options = ['--detach', '--no-resolve-image', '--name', 'registry-mirror', '--replicas', '1']
  const secret = (name: string) => `source=${name},target=login`
  await docker(['service', 'create', ...options, '--secret', secret('mirror-password'), 'skep/stand-in:1'])
  const change = ['--secret-rm', 'mirror-password', '--secret-add', secret('registry-credentials')]
  await docker(['service', 'update', '--detach', '--no-resolve-image', ...change, 'registry-mirror'])
}

/** One service in the middle of a slow update, another whose update failed and was paused. */
async function changeSearch(): Promise<void> {
  await until('search runs', async () => {
    const lines = await docker(['stack', 'services', 'search', '--format', '{{.Replicas}}'])
    return lines.split('\n').every((line) => /^(\d+)\/\1/.test(line))
  })
  await deploy('search', 'search', { RELEASE: '2026.11', CRASH_IF_WORD: 'root' })
  await until('an update is paused', async () => {
    const state = await docker(['service', 'inspect', 'search_crawler', '--format', '{{.UpdateStatus.State}}'])
    return state === 'paused'
  })
}

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; Date.now() < end; ) {
    if (await isTrue()) return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error(`not within 90 seconds: ${what}`)
}

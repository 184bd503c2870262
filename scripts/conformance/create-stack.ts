import { request } from 'node:http'
import { bodyJson } from '@/lib/compose/convert/body-values'
import { withObjectIds } from '@/lib/compose/convert/object-ids'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { Swarm } from '@/scripts/roundtrip/swarm'

/** Creates what a stack was converted to, as it is. Resolves with the engine's words where it refuses, else with null. */
export async function createStack(converted: ConvertedStack, apiVersion: string, swarm: Swarm): Promise<string | null> {
  const create = (kind: string, body: object) => post(swarm.host, `/v${apiVersion}/${kind}/create`, bodyJson(body))
  for (const kind of ['networks', 'secrets', 'configs'] as const)
    for (const body of converted[kind]) {
      const refusal = await create(kind, body)
      if (refusal !== null) return refusal
    }
  const secrets = await idsByName(swarm, '/secrets')
  const configs = await idsByName(swarm, '/configs')
  const ids = {
    secret: (name: string) => secrets.get(name) ?? null,
    config: (name: string) => configs.get(name) ?? null,
  }
  for (const service of converted.services) {
    const filled = withObjectIds(service, ids)
    if ('missing' in filled) return `${filled.missing.kind} not found: ${filled.missing.name}`
    const refusal = await create('services', filled.body)
    if (refusal !== null) return refusal
  }
  return null
}

async function idsByName({ ask }: Swarm, path: string): Promise<Map<string, string>> {
  const objects = await ask<{ ID: string; Spec: { Name: string } }[]>('GET', path)
  return new Map(objects.map(({ ID, Spec }) => [Spec.Name, ID]))
}

/** The text as it is: numbers in it may be longer than JavaScript's. */
function post(host: string, path: string, text: string): Promise<string | null> {
  const content = Buffer.from(text)
  const headers = { 'content-type': 'application/json', 'content-length': content.length }
  return new Promise((resolve, reject) => {
    const socketPath = host.replace(/^unix:\/\//, '')
    const sent = request({ socketPath, method: 'POST', path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString()
        resolve((response.statusCode ?? 500) < 400 ? null : messageOf(answer))
      })
    })
    // What an engine stumbles over it answers with nothing at all; the CLI calls that the end of the file.
    sent.on('error', (error) => ('code' in error && error.code === 'ECONNRESET' ? resolve('EOF') : reject(error)))
    sent.end(content)
  })
}

function messageOf(answer: string): string {
  try {
    return String(JSON.parse(answer).message)
  } catch {
    return answer
  }
}

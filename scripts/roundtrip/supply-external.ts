import type { Swarm } from './swarm'

export type External = { kind: 'network' | 'secret' | 'config'; name: string }

const stubData = Buffer.from('STUB=1\n').toString('base64')

/** Makes the external object that the CLI did not find, and says which; null if it complains about something else. */
export async function supplyExternal(stderr: string, ask: Swarm['ask']): Promise<External | null> {
  const external = missingExternal(stderr)
  if (external) await makeExternal(external, ask)
  return external
}

export async function makeExternal({ kind, name }: External, ask: Swarm['ask']): Promise<void> {
  if (kind === 'network') await ask('POST', '/networks/create', { Name: name, Driver: 'overlay', Attachable: true })
  else await ask('POST', `/${kind}s/create`, { Name: name, Data: stubData })
}

function missingExternal(stderr: string): External | null {
  const network = /network "(.+)" is declared as external, but could not be found/.exec(stderr)?.[1]
  if (network !== undefined) return { kind: 'network', name: network }
  const [, kind, name] = /(secret|config) not found: (\S+)/.exec(stderr) ?? []
  return (kind === 'secret' || kind === 'config') && name !== undefined ? { kind, name } : null
}

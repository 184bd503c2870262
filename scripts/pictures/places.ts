import { type Cookie, setUp } from '@/e2e/support/journey'
import { makeServer, type Server } from '@/e2e/support/server'
import { askEngine } from '@/scripts/sandbox/machine/engine-api.mjs'
import { downSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'
import { fillSwarm } from './exhibition'
import { makePolicies } from './policies'

/** A Skep to take pictures of, and how one is signed in there. */
export type Place = { server: Server; cookies: Cookie[] }

/**
 * `full`: a swarm with all that people have in theirs. `new`: nobody has set it up. `empty`: a swarm without a stack, of
 * which one node is away. `bare`: an engine in no swarm. `worker`: an engine that may not tell about the swarm.
 */
export type PlaceName = 'full' | 'new' | 'empty' | 'bare' | 'worker'

const smallOf = (sandbox: string) => `${sandbox}-small`

/** Opens places when they are asked for, and closes all of them together. */
export function openPlaces(sandbox: string) {
  const open = new Map<PlaceName, Promise<Place>>()
  return {
    get: (name: PlaceName): Promise<Place> => {
      const place = open.get(name) ?? makePlace(name, sandbox)
      open.set(name, place)
      return place
    },
    close: async (keep: boolean) => {
      for (const place of open.values()) await place.then(({ server }) => server.stop()).catch(() => {})
      if (keep) return
      await downSandbox(sandbox)
      await downSandbox(smallOf(sandbox))
    },
  }
}

async function makePlace(name: PlaceName, sandbox: string): Promise<Place> {
  const server = await makeServer(await engineOf(name, sandbox))
  await server.start()
  if (name === 'new') return { server, cookies: [] }
  const cookies = await setUp(server)
  if (name === 'full') await makePolicies(server, cookies)
  return { server, cookies }
}

async function engineOf(name: PlaceName, sandbox: string): Promise<string> {
  if (name === 'empty' || name === 'bare') {
    const { dockerHost, nodes } = await upSandbox({ name: smallOf(sandbox), nodes: 2, log: console.log })
    const second = nodes[1]
    if (!second) throw new Error('the small swarm has no second node')
    const { Swarm }: { Swarm: { LocalNodeState: string } } = await askEngine(second.socket, 'GET', '/info')
    if (Swarm.LocalNodeState === 'active') await askEngine(second.socket, 'POST', '/swarm/leave')
    return name === 'bare' ? `unix://${second.socket}` : dockerHost
  }
  const { dockerHost, nodes } = await upSandbox({ name: sandbox, log: console.log })
  if (name === 'worker') return `unix://${nodes[1]?.socket}`
  if (name === 'full') {
    process.env.SKEP_TEST_DOCKER_HOST = dockerHost
    console.log('filling the swarm …')
    await fillSwarm(sandbox)
  }
  return dockerHost
}

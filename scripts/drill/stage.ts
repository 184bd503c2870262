import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cookieHeader, setUp } from '@/e2e/support/journey'
import { makeServer, type Server } from '@/e2e/support/server'
import { type FaultProxy, startFaultProxy } from '@/scripts/sandbox/fault-proxy.mjs'
import { downSandbox, engineAction, upSandbox } from '@/scripts/sandbox/sandbox.mjs'
import { Skep } from './skep'

/** A swarm of two nodes, and as many Skeps on it as one likes, each with its own database and the same admin. */
export type Stage = {
  /** Of the manager, past everything that fails on purpose. */
  socket: string
  /** Between the manager and the Skeps that `newSkep` makes with `isFaulty`. */
  proxy: FaultProxy
  newSkep: (isFaulty?: boolean) => Promise<Skep>
  engine: (action: 'kill' | 'start' | 'freeze' | 'thaw') => Promise<void>
  close: () => Promise<void>
}

export async function setStage(name: string): Promise<Stage> {
  const sandbox = await upSandbox({ name, nodes: 2, managers: 1, log: console.log })
  const folder = mkdtempSync(join(tmpdir(), 'skep-drill-'))
  const close = async () => {
    await downSandbox(name)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const socket = sandbox.dockerHost.replace('unix://', '')
    const listen = join(folder, 'docker.sock')
    const proxy = await startFaultProxy({ listen, target: socket })
    const { template, cookie } = await makeTemplate(sandbox.dockerHost)
    return {
      socket,
      proxy,
      newSkep: async (isFaulty = false) => {
        const server = await makeServer(isFaulty ? `unix://${listen}` : sandbox.dockerHost)
        cpSync(template.dataFolder, server.dataFolder, { recursive: true })
        return new Skep(server, cookie)
      },
      engine: (action) => engineAction(name, 'node1', action),
      close: async () => {
        await proxy.close()
        template.remove()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The database that all begin with: its admin is signed in. */
async function makeTemplate(dockerHost: string): Promise<{ template: Server; cookie: string }> {
  const template = await makeServer(dockerHost)
  await template.start()
  const cookie = cookieHeader(await setUp(template))
  await template.stop()
  return { template, cookie }
}

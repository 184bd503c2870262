import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { connectEngine, type Engine } from '@/lib/engine/engine'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { type FaultProxy, startFaultProxy } from '@/scripts/sandbox/fault-proxy.mjs'
import { askEngine } from '@/scripts/sandbox/machine/engine-api.mjs'
import type { TestSwarm } from '@/scripts/test/engine-setup'

/** The swarm of the worker that this runs in: files that stop an engine do not disturb those that run beside them. */
export function testSwarm(): TestSwarm {
  const swarm = inject('swarms')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!swarm) throw new Error('This worker has no swarm.')
  return swarm
}

/** The swarm that engine tests share. What they make has names of its own and goes when the test is over. */
export function engineAt(socket: string = testSwarm().manager): Engine {
  return connectEngine({ dockerHost: `unix://${socket}`, dockerCertPath: null, dockerTlsVerify: false })
}

/** A name that nobody else uses. */
export function freshName(stem: string): string {
  return `${stem}-${randomBytes(4).toString('hex')}`
}

/** Asks the manager past the code under test. */
export function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return askEngine(testSwarm().manager, method, path, { body })
}

/** The manager behind a proxy that counts requests and makes them fail as told. */
export type FaultyManager = { engine: Engine; proxy: FaultProxy }

export async function faultyManager(): Promise<FaultyManager> {
  const listen = join(tmpdir(), `${freshName('skep-test')}.sock`)
  const proxy = await startFaultProxy({ listen, target: testSwarm().manager })
  onTestFinished(() => proxy.close())
  return { engine: engineAt(listen), proxy }
}

/** A service whose tasks stay pending, since no node fits: it costs no containers. */
export function idleSpec(Name: string, spec: Partial<ServiceSpec> = {}): ServiceSpec {
  return {
    Name,
    Labels: {},
    TaskTemplate: {
      ContainerSpec: { Image: 'busybox' },
      Placement: { Constraints: ['node.labels.none==1'] },
    },
    Mode: { Replicated: { Replicas: 1 } },
    ...spec,
  }
}

export async function createService(spec: ServiceSpec): Promise<string> {
  const { ID } = await ask<{ ID: string }>('POST', '/services/create', spec)
  onTestFinished(() => removeQuietly(`/services/${ID}`))
  return ID
}

export async function createConfig(Name: string, data: Buffer | string = 'x'): Promise<string> {
  const Data = Buffer.from(data).toString('base64')
  const { ID } = await ask<{ ID: string }>('POST', '/configs/create', { Name, Labels: {}, Data })
  onTestFinished(() => removeQuietly(`/configs/${ID}`))
  return ID
}

export function readService(id: string): Promise<Service> {
  return ask('GET', `/services/${id}`)
}

/** It may be gone already; and a config may be in use until its service is. */
async function removeQuietly(path: string): Promise<void> {
  await ask('DELETE', path).catch(() => undefined)
}

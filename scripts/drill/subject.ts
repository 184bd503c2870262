import { randomBytes } from 'node:crypto'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Config, Secret, Service, ServiceSpec, Task } from '@/lib/swarm/engine-types'
import { askEngine, filtered } from '@/scripts/sandbox/machine/engine-api.mjs'

type DataObject = Config | Secret

/** A config or secret with two services, whose tasks run and read it. */
export type Subject = {
  kind: DataObjectKind
  /** Of the version in use. */
  name: string
  family: string
  serviceIds: string[]
}

type Wish = {
  kind: DataObjectKind
  /** Versions before the one in use that nothing needs. */
  older?: number
  /** Whether the tasks of the second service end when their file has the word CRASH in it. */
  isFragile?: boolean
}

export async function makeSubject(socket: string, { kind, older = 0, isFragile = false }: Wish): Promise<Subject> {
  const family = `drill-${randomBytes(4).toString('hex')}-x`
  const names = [family, ...Array.from({ length: older }, (_, index) => `${family}_v${index + 2}`)]
  let id = ''
  for (const Name of names) id = await create(socket, `${kind}s`, { Name, Labels: {}, Data: base64('first') })
  const name = names.at(-1) ?? family
  const serviceIds = []
  for (const [index, word] of ['never', isFragile ? 'CRASH' : 'never'].entries())
    serviceIds.push(await create(socket, 'services', specOf(`${family}-${index}`, word, { kind, id, name })))
  const subject = { kind, name, family, serviceIds }
  await untilRunning(socket, subject)
  return subject
}

async function create(socket: string, kind: string, body: object): Promise<string> {
  const { ID } = await askEngine<{ ID: string }>(socket, 'POST', `/${kind}/create`, { body })
  return ID
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const second = 1_000_000_000
const file = { Name: '/settings', UID: '0', GID: '0', Mode: 0o444 }

function specOf(Name: string, word: string, { kind, id, name }: { kind: DataObjectKind; id: string; name: string }) {
  const spec: ServiceSpec = {
    Name,
    Labels: {},
    TaskTemplate: {
      ContainerSpec: {
        Image: 'skep/stand-in:1',
        Env: ['CRASH_IF_FILE=/settings', `CRASH_IF_WORD=${word}`],
        StopGracePeriod: second,
        ...(kind === 'config'
          ? { Configs: [{ ConfigID: id, ConfigName: name, File: file }] }
          : { Secrets: [{ SecretID: id, SecretName: name, File: file }] }),
      },
      RestartPolicy: { Condition: 'any', Delay: second / 2 },
    },
    Mode: { Replicated: { Replicas: 1 } },
    UpdateConfig: { Parallelism: 1, Monitor: second / 2, FailureAction: 'pause', Order: 'stop-first' },
  }
  return spec
}

/** The versions that each service's spec names, and its running tasks hold. */
export async function versionsInUse(socket: string, { kind, serviceIds }: Subject) {
  const services = await Promise.all(serviceIds.map((id) => askEngine<Service>(socket, 'GET', `/services/${id}`)))
  const tasks = await askEngine<Task[]>(
    socket,
    'GET',
    `/tasks${filtered({ service: serviceIds, 'desired-state': ['running'] })}`,
  )
  const running = tasks.filter(({ Status }) => Status.State === 'running')
  return {
    specs: services.map(({ Spec }) => namesIn(kind, Spec.TaskTemplate.ContainerSpec)),
    tasks: running.map(({ Spec }) => namesIn(kind, Spec.ContainerSpec)),
  }
}

function namesIn(kind: DataObjectKind, container: Task['Spec']['ContainerSpec']): string {
  const names =
    kind === 'config'
      ? (container?.Configs ?? []).map(({ ConfigName }) => ConfigName)
      : (container?.Secrets ?? []).map(({ SecretName }) => SecretName)
  return names.join()
}

async function untilRunning(socket: string, subject: Subject): Promise<void> {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    if ((await versionsInUse(socket, subject)).tasks.length === subject.serviceIds.length) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${subject.family}: its tasks do not run`)
}

/** All versions that there are of it. */
export async function versionsOf(socket: string, { kind, family }: Subject): Promise<DataObject[]> {
  const all: DataObject[] = await askEngine(socket, 'GET', `/${kind}s`)
  return all.filter(({ Spec }) => Spec.Name.startsWith(family))
}

export async function removeSubject(socket: string, subject: Subject): Promise<void> {
  for (const id of subject.serviceIds) await askEngine(socket, 'DELETE', `/services/${id}`)
  for (const { ID } of await versionsOf(socket, subject)) await askEngine(socket, 'DELETE', `/${subject.kind}s/${ID}`)
}

import { ask } from '@/lib/engine/testing/test-swarm'
import type { Service, ServiceSpec, Task } from '@/lib/swarm/engine-types'

type Reference = { id: string; name: string }

export type ServiceWish = {
  Name: string
  stack?: string
  replicas?: number
  config?: Reference
  secret?: Reference
  env?: string[]
  failureAction?: string
  order?: string
  /** Its tasks stay pending, since no node fits: such a service costs no containers. */
  isIdle?: boolean
  /** It is watched for longer than a process takes to crash on a busy machine: after that a crash is no failed update. */
  isToCrash?: boolean
}

const made: string[] = []

/** Tests that run at the same time cannot each clean up after themselves. Services first: the engine keeps what they use. */
export async function removeSwarmObjects(): Promise<void> {
  const inOrder = made.splice(0).sort((a, b) => Number(b.startsWith('/services')) - Number(a.startsWith('/services')))
  for (const path of inOrder) await ask('DELETE', path).catch(() => undefined)
}

/** A service whose containers start and end at once, and crash while their file has the word CRASH in it. */
export function createService(wish: ServiceWish): Promise<string> {
  return create('services', specOf(wish))
}

export function createConfig(Name: string, data = 'x'): Promise<string> {
  return create('configs', { Name, Labels: {}, Data: Buffer.from(data).toString('base64') })
}

export function createSecret(Name: string, data: string, Labels: Record<string, string> = {}): Promise<string> {
  return create('secrets', { Name, Labels, Data: Buffer.from(data).toString('base64') })
}

async function create(kind: string, body: object): Promise<string> {
  const { ID } = await ask<{ ID: string }>('POST', `/${kind}/create`, body)
  made.push(`/${kind}/${ID}`)
  return ID
}

const file = { Name: '/settings', UID: '0', GID: '0', Mode: 0o444 }

function specOf(wish: ServiceWish): ServiceSpec {
  const { Name, stack, replicas = 1, config, secret, env = [] } = wish
  return {
    Name,
    Labels: stack ? { 'com.docker.stack.namespace': stack } : {},
    TaskTemplate: {
      ContainerSpec: {
        Image: 'skep/stand-in:1',
        Args: ['run', 'serve'],
        Env: ['CRASH_IF_FILE=/settings', 'CRASH_IF_WORD=CRASH', ...env],
        StopGracePeriod: 1_000_000_000,
        ...(config && { Configs: [{ ConfigID: config.id, ConfigName: config.name, File: file }] }),
        ...(secret && { Secrets: [{ SecretID: secret.id, SecretName: secret.name, File: file }] }),
      },
      RestartPolicy: { Condition: 'any', Delay: 500_000_000 },
      ...(wish.isIdle && { Placement: { Constraints: ['node.labels.none==1'] } }),
    },
    Mode: { Replicated: { Replicas: replicas } },
    UpdateConfig: {
      Parallelism: 1,
      Monitor: monitorOf(wish),
      FailureAction: wish.failureAction ?? 'pause',
      Order: wish.order ?? 'stop-first',
    },
    RollbackConfig: { Parallelism: 1, Monitor: 500_000_000 },
  }
}

/** In nanoseconds, as the engine has it. */
function monitorOf({ isIdle, isToCrash }: ServiceWish): number {
  if (isToCrash) return 4_000_000_000
  return isIdle ? 200_000_000 : 1_000_000_000
}

export function readService(id: string): Promise<Service> {
  return ask('GET', `/services/${id}`)
}

/** Changes a service behind Skep's back, as `docker service update` does. */
export async function editService(id: string, edit: (spec: ServiceSpec) => void): Promise<void> {
  const { Version, Spec } = await readService(id)
  edit(Spec)
  await ask('POST', `/services/${id}/update?version=${Version.Index}`, Spec)
}

/** Names of the configs and secrets that it uses. */
export async function referencesOf(id: string): Promise<string[]> {
  const { Configs, Secrets } = (await readService(id)).Spec.TaskTemplate.ContainerSpec ?? {}
  return [...(Configs ?? []).map((it) => it.ConfigName), ...(Secrets ?? []).map((it) => it.SecretName)]
}

export async function runningTasks(serviceId: string): Promise<Task[]> {
  const filters = encodeURIComponent(JSON.stringify({ service: [serviceId], 'desired-state': ['running'] }))
  const tasks = await ask<Task[]>('GET', `/tasks?filters=${filters}`)
  return tasks.filter((task) => task.Status.State === 'running')
}

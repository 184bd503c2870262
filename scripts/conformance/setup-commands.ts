import { splitShellWords } from '@/lib/compose/formats/shell-words'
import { network } from '@/lib/swarm/testing/network'
import { type CaseSwarm, configOf, networkId, secretOf, serviceOf } from './case-swarm'

/** What a shell command of a case leaves in the swarm, as far as a deploy can notice. Others change nothing here. */
export function afterCommand(swarm: CaseSwarm, command: string): void {
  const split = splitShellWords(command)
  const words = 'words' in split ? split.words : []
  const at = words.indexOf('docker')
  const [noun, verb, ...rest] = words.slice(at + 1)
  const { options, names } = readOptions(rest)
  const [name = ''] = names
  if (noun === 'network' && verb === 'create') {
    const driver = options.get('driver')?.[0] ?? 'bridge'
    const scope = driver === 'overlay' ? 'swarm' : 'local'
    swarm.networks.set(
      name,
      network({ Name: name, Id: networkId(name), Driver: driver, Scope: scope, Attachable: options.has('attachable') }),
    )
  } else if (noun === 'secret' && verb === 'create') swarm.secrets.set(name, secretOf(name, { Labels: {} }))
  else if (noun === 'config' && verb === 'create') swarm.configs.set(name, configOf(name, {}))
  else if (noun === 'service' && verb === 'create') createService(swarm, options, name)
  else if (noun === 'service' && verb === 'update') updateService(swarm, options, name)
  else if (noun === 'service' && verb === 'scale') for (const scaled of names) scaleService(swarm, scaled.split('='))
}

type Options = Map<string, string[]>

const flags = ['attachable', 'detach', 'force']
const shortNames = new Map([
  ['d', 'detach'],
  ['p', 'publish'],
])

/** `-d` means the driver for networks; what has `create -d overlay` is told by the word behind it. */
function readOptions(words: readonly string[]): { options: Options; names: string[] } {
  const options: Options = new Map()
  const names: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const match = /^--?([a-z-]+)(?:=(.*))?$/.exec(word)
    if (!match || word === '-') {
      names.push(word)
      continue
    }
    const isDriver = match[1] === 'd' && ['overlay', 'bridge', 'macvlan'].includes(words[index + 1] ?? '')
    const option = isDriver ? 'driver' : (shortNames.get(match[1] ?? '') ?? match[1] ?? '')
    const value = flags.includes(option) ? '' : (match[2] ?? words[++index] ?? '')
    options.set(option, [...(options.get(option) ?? []), value])
  }
  return { options, names }
}

function createService(swarm: CaseSwarm, options: Options, image: string): void {
  const name = options.get('name')?.[0] ?? ''
  const ports = (options.get('publish') ?? []).map((port) => {
    const [published, target] = port.split(':').map(Number)
    return { Protocol: 'tcp' as const, TargetPort: target, PublishedPort: published, PublishMode: 'ingress' as const }
  })
  const container = {
    Image: image,
    Secrets: (options.get('secret') ?? []).map((secret) => ({ SecretID: `<secret:${secret}>`, SecretName: secret })),
    Configs: (options.get('config') ?? []).map((config) => ({ ConfigID: `<config:${config}>`, ConfigName: config })),
  }
  const networks = (options.get('network') ?? []).map((target) => ({
    Target: swarm.networks.get(target)?.Id ?? target,
  }))
  const spec = {
    Labels: {},
    TaskTemplate: { ContainerSpec: container, Networks: networks },
    Mode: { Replicated: { Replicas: Number(options.get('replicas')?.[0] ?? 1) } },
    EndpointSpec: { Ports: ports },
  }
  swarm.services.set(name, { ...serviceOf(name, spec), Endpoint: { Ports: ports } })
}

function updateService(swarm: CaseSwarm, options: Options, name: string): void {
  const service = swarm.services.get(name)
  if (!service || !options.has('force')) return
  const { TaskTemplate } = service.Spec
  const forced = { ...TaskTemplate, ForceUpdate: (TaskTemplate.ForceUpdate ?? 0) + 1 }
  swarm.services.set(name, { ...service, Spec: { ...service.Spec, TaskTemplate: forced } })
}

function scaleService(swarm: CaseSwarm, [name = '', replicas = '1']: string[]): void {
  const service = swarm.services.get(name)
  if (!service) return
  const mode = { Replicated: { Replicas: Number(replicas) } }
  swarm.services.set(name, { ...service, Spec: { ...service.Spec, Mode: mode } })
}

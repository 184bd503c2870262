import { finding } from '@/lib/compose/finding'
import type { FindingCode } from '@/lib/compose/finding-codes'
import { parseCpus } from '@/lib/compose/formats/cpus'
import type { ServiceModel, UpdateModel } from '@/lib/compose/load/model'
import { parseGoDecimal } from '@/lib/compose/parse/go-number'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { Params } from '@/lib/errors/app-error'
import type {
  ModeBody,
  PlacementBody,
  PortBody,
  ResourcesBody,
  RestartPolicyBody,
  ServiceBody,
  UpdateBody,
} from './bodies'
import { compact, int64, int64OrAbsent, listOrAbsent, textOrAbsent } from './body-values'
import type { Locate, Path } from './locate'

export function convertMode({ name, deploy }: ServiceModel, locate: Locate): ModeBody {
  const { mode, replicas } = deploy
  const count = replicas === null ? undefined : int64(replicas)
  if (mode === 'replicated' || mode === '') return { Replicated: compact({ Replicas: count }) }
  if (mode === 'replicated-job') return { ReplicatedJob: compact({ MaxConcurrent: count, TotalCompletions: count }) }
  if (mode !== 'global' && mode !== 'global-job') refuse(name, 'mode_unknown', ['deploy', 'mode'], locate, { mode })
  if (replicas !== null) refuse(name, 'replicas_of_global', ['deploy', 'replicas'], locate, { mode })
  return mode === 'global' ? { Global: {} } : { GlobalJob: {} }
}

/** All fields that have no zero of their own are sent, even when the section is empty. */
export function convertUpdate(update: UpdateModel | null): UpdateBody | undefined {
  if (!update) return undefined
  return compact<UpdateBody>({
    Parallelism: int64(update.parallelism ?? 1n),
    Delay: int64OrAbsent(update.delay),
    FailureAction: textOrAbsent(update.failureAction),
    Monitor: int64OrAbsent(update.monitor),
    MaxFailureRatio: update.maxFailureRatio,
    Order: update.order,
  })
}

export function convertResources({ name, deploy }: ServiceModel, locate: Locate): ResourcesBody {
  const { limits, reservations } = deploy
  const cpus = (text: string, section: string) => {
    if (text === '') return undefined
    const parsed = parseCpus(text)
    if ('nanoCpus' in parsed) return int64OrAbsent(parsed.nanoCpus)
    const code = parsed.problem === 'too_precise' ? 'cpus_too_precise' : 'cpus_not_a_number'
    return refuse(name, code, ['deploy', 'resources', section, 'cpus'], locate, { cpus: text })
  }
  return compact<ResourcesBody>({
    Limits:
      limits === null
        ? undefined
        : compact({
            NanoCPUs: cpus(limits.cpus, 'limits'),
            MemoryBytes: int64OrAbsent(limits.memoryBytes),
            Pids: int64OrAbsent(limits.pids),
          }),
    Reservations:
      reservations === null
        ? undefined
        : compact({
            NanoCPUs: cpus(reservations.cpus, 'reservations'),
            MemoryBytes: int64OrAbsent(reservations.memoryBytes),
            GenericResources: listOrAbsent(reservations.genericResources.map(genericResourceBody)),
          }),
  })
}

function genericResourceBody(resource: { kind: string; value: bigint } | null) {
  if (!resource) return {}
  return { DiscreteResourceSpec: compact({ Kind: textOrAbsent(resource.kind), Value: int64OrAbsent(resource.value) }) }
}

/** `restart` counts, although the CLI lists it as ignored, unless there is a restart policy, be it empty. */
export function convertRestartPolicy(
  { name, deploy, restart }: ServiceModel,
  locate: Locate,
): RestartPolicyBody | undefined {
  const policy = deploy.restartPolicy
  if (policy)
    return compact<RestartPolicyBody>({
      Condition: textOrAbsent(policy.condition),
      Delay: policy.delay === null ? undefined : int64(policy.delay),
      MaxAttempts: policy.maxAttempts === null ? undefined : int64(policy.maxAttempts),
      Window: policy.window === null ? undefined : int64(policy.window),
    })
  const colon = restart.indexOf(':')
  const word = colon === -1 ? restart : restart.slice(0, colon)
  const count = colon === -1 ? '' : restart.slice(colon + 1)
  if (colon === 0) refuse(name, 'restart_unknown', ['restart'], locate, { policy: restart })
  const attempts = parseGoDecimal(count || '0')
  if (attempts === null) return refuse(name, 'restart_count_not_a_number', ['restart'], locate, { count })
  if (word === '' || word === 'no') return undefined
  if (word === 'always' || word === 'unless-stopped') return { Condition: 'any' }
  if (word !== 'on-failure') return refuse(name, 'restart_unknown', ['restart'], locate, { policy: word })
  // A negative count becomes the largest one: Go converts it without a check.
  return { Condition: 'on-failure', MaxAttempts: int64(BigInt.asUintN(64, attempts)) }
}

export function convertPlacement({ deploy }: ServiceModel): PlacementBody {
  return compact<PlacementBody>({
    Constraints: listOrAbsent(deploy.constraints),
    Preferences: listOrAbsent(deploy.preferences.map((spread) => ({ Spread: { SpreadDescriptor: spread } }))),
    MaxReplicas: int64OrAbsent(deploy.maxReplicas),
  })
}

/** Equal published ports keep the order of the file, so that the same file always gives the same spec. */
export function convertEndpoint({ deploy, ports }: ServiceModel): ServiceBody['EndpointSpec'] {
  const bodies = (ports ?? [])
    .toSorted((a, b) => a.published - b.published)
    .map(({ protocol, target, published, mode }) =>
      compact<PortBody>({
        Protocol: textOrAbsent(protocol),
        TargetPort: target || undefined,
        PublishedPort: published || undefined,
        PublishMode: textOrAbsent(mode),
      }),
    )
  return compact({ Mode: textOrAbsent(deploy.endpointMode.toLowerCase()), Ports: listOrAbsent(bodies) })
}

function refuse(service: string, code: FindingCode, path: Path, locate: Locate, params: Params): never {
  throw new ComposeRefusal([finding(code, locate(['services', service, ...path]), { service, ...params })])
}

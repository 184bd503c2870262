import type { ServiceBody } from '@/lib/compose/convert/bodies'
import { bodyJson } from '@/lib/compose/convert/body-values'
import { withObjectIds } from '@/lib/compose/convert/object-ids'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import { sentForm } from '@/lib/deploy/deploy-context'
import type { Resolved } from '@/lib/deploy/resolved'
import { targetBodies } from '@/lib/deploy/target'
import { sha256 } from '@/lib/plan/digest'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { storedForm } from '@/lib/swarm/spec/stored-form'
import { config } from '@/lib/swarm/testing/config'
import { meta } from '@/lib/swarm/testing/meta'
import { network } from '@/lib/swarm/testing/network'
import { secret } from '@/lib/swarm/testing/secret'
import { snapshot } from '@/lib/swarm/testing/snapshot'

/** The objects that a swarm has once the stack is deployed, external networks among them: specs in the stored form, with ids in place of names. */
export function appliedObjects(target: ConvertedStack, resolved: Resolved) {
  const bodies = targetBodies(target, resolved)
  return [
    ...target.externalNetworks.map((Name) => network({ Name })),
    ...bodies.networks.map((body) =>
      network({
        Name: body.Name,
        Driver: body.Driver,
        Internal: body.Internal,
        Attachable: body.Attachable,
        Options: body.Options,
        labels: body.Labels,
        ...(body.IPAM && { IPAM: { Driver: body.IPAM.Driver || 'default', Config: body.IPAM.Config } }),
      }),
    ),
    ...bodies.secrets.map(({ Name, Labels, Templating }) => {
      return secret({ Name, labels: Labels, ...(Templating && { templating: Templating.Name }) })
    }),
    ...bodies.configs.map(({ Name, Labels, Data = '', Templating }) => {
      const content = Buffer.from(Data, 'base64')
      return config({
        Name,
        labels: Labels,
        sha256: sha256(content),
        ...(Templating && { templating: Templating.Name }),
      })
    }),
    ...bodies.services.map(stored),
  ]
}

type Deployed = ReturnType<typeof appliedObjects>[number]

export function isService(object: Deployed): object is Service {
  return 'Spec' in object && 'TaskTemplate' in object.Spec
}

/** A swarm that holds the deployed stack alone. */
export function applied(target: ConvertedStack, resolved: Resolved): Snapshot {
  return snapshot(...appliedObjects(target, resolved))
}

function stored(body: ServiceBody): Service {
  const filled = withObjectIds(body, { secret: (name) => `secret-${name}`, config: (name) => `config-${name}` })
  if ('missing' in filled) throw new Error(`no ${filled.missing.kind} ${filled.missing.name}`)
  const form = storedForm(JSON.parse(bodyJson(filled.body)), { ...sentForm('1.51'), networkName: idOf })
  return { ID: `service-${body.Name}`, ...meta(), Spec: withIds(form, filled.body) }
}

const idOf = (name: string) => (name.startsWith('network-') ? name : `network-${name}`)

/** The stored form has names alone. */
function withIds(form: ServiceSpec, { TaskTemplate }: ServiceBody): ServiceSpec {
  const { Secrets, Configs, Privileges } = TaskTemplate.ContainerSpec
  return {
    ...form,
    TaskTemplate: {
      ...form.TaskTemplate,
      ContainerSpec: {
        ...form.TaskTemplate.ContainerSpec,
        ...(Secrets && { Secrets }),
        ...(Configs && { Configs }),
        Privileges,
      },
    },
  }
}

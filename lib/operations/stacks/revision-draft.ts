import { dataObjectName } from '@/lib/compose/convert/data-objects'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DeployFile, DeployPlanRequest, RevisionKind, RevisionSummary } from '@/lib/contract/deploy'
import { fileUses, uploadedName } from '@/lib/deploy/files/file-uses'
import { liveServices } from '@/lib/deploy/live-services'
import type { Resolved } from '@/lib/deploy/resolved'
import type { RevisionDraft } from '@/lib/operations/record/record-operation'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { StoredContent } from './revision-content'

type Wish = {
  stack: string
  kind: RevisionKind
  reason: string
  restores: number | null
  request: Omit<DeployPlanRequest, 'files'> & { files: readonly DeployFile[] }
  converted: ConvertedStack
  resolved: Resolved | null
  /** Where the specs come from that the deployment replaces; null when it replaces none. */
  snapshot: Snapshot | null
}

/** What is kept of a deployment. Of files that become secrets their names alone, and nothing of files that nobody names. */
export function revisionDraft({ stack, kind, reason, restores, request, ...made }: Wish): RevisionDraft {
  const { composeFiles, variables, sensitiveVariables, options } = request
  const files = keptFiles(made.converted, request)
  const content: StoredContent = {
    ...{ files, composeFiles, variables, sensitiveVariables, options },
    resolved: made.resolved,
  }
  return {
    ...{ stack, kind, reason, restores },
    summary: summaryOf(stack, made.converted, { ...content }),
    content: JSON.stringify(content),
    specsBefore: made.snapshot && JSON.stringify(specsOf(made.snapshot, stack)),
  }
}

function keptFiles({ loaded }: ConvertedStack, { files, composeFiles }: Wish['request']): DeployFile[] {
  const { environments, configs, secrets } = fileUses(loaded)
  const isOpen = (name: string) =>
    composeFiles.map(uploadedName).includes(name) || environments.has(name) || configs.has(name)
  const given = files.flatMap((file): DeployFile[] => {
    const name = uploadedName(file.name)
    if (isOpen(name)) return [file]
    return secrets.has(name) ? [ofSecret(file.name)] : []
  })
  const names = new Set(given.map((file) => uploadedName(file.name)))
  // One that was planned with by its name alone.
  const missing = [...secrets].filter((name) => !names.has(name))
  return [...given, ...missing.map(ofSecret)]
}

/** Nothing about a secret is kept, not even how long it is. One byte stands for it, since an empty one is refused. */
const ofSecret = (name: string): DeployFile => ({ name, sizeBytes: 1 })

function summaryOf(stack: string, converted: ConvertedStack, content: StoredContent): RevisionSummary {
  const { configs, secrets } = converted.loaded.model
  const { resolved, files, variables } = content
  const names = (kind: typeof configs) =>
    [...kind].map(([key, object]) => (object.isExternal ? object.name : dataObjectName(stack, key, object))).sort()
  const images = converted.services.map(({ Name, TaskTemplate }): [string, string] => {
    return [Name, resolved?.services[Name]?.image ?? TaskTemplate.ContainerSpec.Image]
  })
  return {
    files: files.map(({ name, sizeBytes, dataBase64 }) => ({ name, sizeBytes, isSecret: dataBase64 === undefined })),
    variables: Object.keys(variables).sort(),
    images: Object.fromEntries(images),
    configs: names(configs),
    secrets: names(secrets),
  }
}

function specsOf(snapshot: Snapshot, stack: string): Record<string, ServiceSpec> {
  return Object.fromEntries([...liveServices(snapshot, stack)].map(([name, { Spec }]) => [name, Spec]))
}

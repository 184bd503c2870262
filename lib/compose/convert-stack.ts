import { Allowance } from './allowance'
import { byBytes } from './byte-order'
import { mergeFindings } from './check/merged-files'
import { unusedObjects } from './check/unused-objects'
import { worthKnowing } from './check/worth-knowing'
import type { DataObjectBody, NetworkBody, ServiceBody } from './convert/bodies'
import { convertDataObjects } from './convert/data-objects'
import { locateIn } from './convert/locate'
import { convertNetworks } from './convert/networks'
import { convertService } from './convert/service'
import { engineFindings } from './engine-rules/engine-findings'
import { type Finding, finding } from './finding'
import { imageProblem } from './formats/image-reference'
import { gather } from './gather'
import type { ServiceModel, StackModel } from './load/model'
import { type StackFile, stackFiles } from './load/stack-files'
import { type LoadedStack, loadStack } from './load-stack'
import { ComposeRefusal } from './refusal'

export type StackRequest = {
  stack: string
  /** All files that the stack may name. Nothing else is ever read. */
  files: readonly StackFile[]
  /** Names of Compose files among them, the first one first. */
  composeFiles: readonly string[]
  /** The environment: for `${NAME}`, and for variables that the file names without a value. */
  variables: Readonly<Record<string, string>>
  /** Where relative paths begin, absolute. */
  projectDir: string
  /** What a leading `~` of a bind mount stands for; null if there is nothing. */
  homeDir: string | null
  /** Of the engine that is going to get the bodies. */
  apiVersion: string
}

/** How far the CLI would get: reading, checking the images, making what it sends. */
export type Stage = 'load' | 'check' | 'convert'

export type ConvertedStack = {
  networks: NetworkBody[]
  /** By name; they must exist before the stack is deployed. */
  externalNetworks: string[]
  secrets: DataObjectBody[]
  configs: DataObjectBody[]
  /** References lack their IDs until withObjectIds(). */
  services: ServiceBody[]
  /** What they were made from, with keys and places. */
  loaded: LoadedStack
  findings: Finding[]
}

/** The first refusal is what the CLI reports; the others would come to light later. */
export type RefusedStack = { refused: [Finding, ...Finding[]]; stage: Stage; findings: Finding[] }

/**
 * What `docker stack deploy` sends to the engine for these files, or why it refuses them. Pure: no file but those given
 * is read, no variable but those given is known. Networks, secrets, configs and services are sorted by name.
 */
export function convertStack(request: StackRequest): ConvertedStack | RefusedStack {
  const findings: Finding[] = []
  let stage: Stage = 'load'
  try {
    refuseBadName(request.stack)
    const allowance = new Allowance()
    const loaded = loadStack({ ...request, allowance }, (found) => findings.push(found))
    stage = 'check'
    refuseBadImages(loaded)
    stage = 'convert'
    const converted = convertLoaded({ ...request, allowance }, loaded)
    const all = findings.concat(stackFindings(request, loaded, converted))
    return { ...converted, findings: inFileOrder(all, request.composeFiles) }
  } catch (error) {
    if (!(error instanceof ComposeRefusal)) throw error
    const [first, ...others] = error.findings
    const refused: RefusedStack['refused'] = [first, ...others.slice(0, mostFindings)]
    return { refused, stage, findings: inFileOrder(findings, request.composeFiles) }
  }
}

function refuseBadName(stack: string): void {
  if (stack.replaceAll(/^[\s'"]+|[\s'"]+$/g, '') === '') throw new ComposeRefusal([finding('stack_name_empty', null)])
}

function refuseBadImages({ model, files }: LoadedStack): void {
  const locate = locateIn(files.map(({ interpolated }) => interpolated))
  gather(inOrder(model.services), ({ name, image }) => {
    const problem = imageProblem(image)
    if (problem === null) return
    const place = locate(['services', name, 'image'])
    if (problem === 'missing') throw new ComposeRefusal([finding('image_missing', place, { service: name })])
    throw new ComposeRefusal([finding('image_invalid', place, { service: name, image, problem })])
  })
}

function convertLoaded(
  request: StackRequest & { allowance: Allowance },
  loaded: LoadedStack,
): Omit<ConvertedStack, 'findings'> {
  const { stack, projectDir, apiVersion } = request
  const { model, files } = loaded
  const locate = locateIn(files.map(({ interpolated }) => interpolated))
  const context = { stack, model, files: stackFiles(request.files, projectDir), locate, allowance: request.allowance }
  const { networks, externals } = convertNetworks(stack, model, apiVersion)
  return {
    networks,
    externalNetworks: externals,
    secrets: convertDataObjects('secret', context),
    configs: convertDataObjects('config', context),
    services: gather(inOrder(model.services), (service) => convertService(service, context)),
    loaded,
  }
}

function inOrder(services: StackModel['services']): ServiceModel[] {
  return [...services.values()].toSorted((a, b) => byBytes(a.name, b.name))
}

function stackFindings(
  { stack, apiVersion }: StackRequest,
  { model, files }: LoadedStack,
  converted: Omit<ConvertedStack, 'findings'>,
): Finding[] {
  const locate = locateIn(files.map(({ interpolated }) => interpolated))
  const context = { ...converted, model, locate, stack, apiVersion }
  return [...engineFindings(context), ...mergeFindings(files), ...unusedObjects(context), ...worthKnowing(context)]
}

/** More than anybody reads. */
const mostFindings = 1000

/** What an anchor names is found as often as it is used, and said once. */
function inFileOrder(findings: readonly Finding[], composeFiles: readonly string[]): Finding[] {
  const seen = new Set<string>()
  return findings
    .toSorted(
      (a, b) =>
        composeFiles.indexOf(a.file ?? '') - composeFiles.indexOf(b.file ?? '') || (a.start ?? 0) - (b.start ?? 0),
    )
    .filter(({ code, file, start }) => {
      const key = JSON.stringify([code, file, start])
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, mostFindings)
}

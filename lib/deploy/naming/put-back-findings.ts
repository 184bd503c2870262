import type { ConvertedStack } from '@/lib/compose/convert-stack'
import { type Finding, finding, type TextEdit } from '@/lib/compose/finding'
import type { LoadedStack } from '@/lib/compose/load-stack'
import type { Moved } from '@/lib/contract/stack-files'
import { putBacks } from '@/lib/deploy/checks/put-back-notes'
import { liveServices } from '@/lib/deploy/live-services'
import { secretsInFiles } from '@/lib/deploy/to-secrets/secrets-in-files'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { type FileNaming, type NamingRefusal, nameInFiles } from './name-in-files'
import { type WantedName, wantedNames } from './wanted-names'

type Stack = { stack: string; snapshot: Snapshot; converted: ConvertedStack }

/** Where the files still name an earlier version than the one in use: at its line, with the correction that one click makes. */
export function putBackFindings({ stack, snapshot, converted }: Stack): Finding[] {
  const services = liveServices(snapshot, stack)
  const moved = converted.services.flatMap(({ Name: serviceName, TaskTemplate }): Moved[] => {
    const service = services.get(serviceName)
    const found = service ? putBacks(snapshot, service.Spec.TaskTemplate, TaskTemplate) : []
    return found.map(({ kind, name, now, into }) => ({ kind, serviceName, from: name, to: now, ...(into && { into }) }))
  })
  if (moved.length === 0) return []
  const { wanted } = wantedNames({ converted, services, moved: moved.filter(({ into }) => !into) })
  const secrets = new Map(moved.flatMap((one) => (one.into ? [[`${one.from} ${one.to}`, one]] : [])))
  return [
    ...wanted.map((one) => findingOf(converted.loaded, one, nameInFiles(stack, converted.loaded, [one]))),
    ...[...secrets.values()].map((one) => {
      const users = moved.filter(({ into, from, to }) => into && from === one.from && to === one.to)
      return findingOf(converted.loaded, one, secretsInFiles(stack, converted, users))
    }),
  ]
}

type Correction = FileNaming | NamingRefusal | null

function findingOf(loaded: LoadedStack, { kind, from: name, to: now }: WantedName, correction: Correction): Finding {
  const naming = correction && 'edits' in correction ? correction : null
  const edits = naming?.edits ?? []
  const isWhole = naming !== null && !hasContents(naming)
  return finding('names_earlier_version', placeOf(loaded, edits[0]), { kind, name, now }, isWhole ? edits : [])
}

/** With its name, a config that the stack makes would have to get another content: the name alone corrects nothing. */
function hasContents({ contents }: FileNaming): boolean {
  return contents.some(({ kind }) => kind === 'config')
}

function placeOf({ files }: LoadedStack, edit: TextEdit | undefined) {
  const source = files.find((file) => file.source.name === edit?.file)?.source
  return source && edit ? { source, start: edit.start, end: edit.end } : null
}

import type { ServiceBody } from '@/lib/compose/convert/bodies'
import type { ConvertedStack } from '@/lib/compose/convert-stack'
import { areSameUses, type Use, usesOf } from '@/lib/deploy/naming/uses'
import { isSameJson } from '@/lib/swarm/same-json'
import type { MovedVariable } from './variables-in-files'

/** Whether files differ by nothing but variables that have given way to files of secrets. */
export function haveMoved(before: ConvertedStack, after: ConvertedStack, moved: readonly MovedVariable[]): boolean {
  const added = moved.map(({ serviceName, to }): Use => {
    return { service: serviceName, kind: 'secret', name: to, file: { Name: to, UID: '0', GID: '0', Mode: 0o444 } }
  })
  const own = added.filter(({ service }) => before.services.some(({ Name }) => Name === service))
  if (!areSameUses([...usesOf(before), ...own], usesOf(after))) return false
  return isSameJson(
    before.services.map((body) => environmentAfter(body, moved)),
    after.services.map((body) => environmentAfter(body, [])),
  )
}

/** Sorted, as the CLI does. */
function environmentAfter({ Name, TaskTemplate }: ServiceBody, moved: readonly MovedVariable[]): string[] {
  const entries = (TaskTemplate.ContainerSpec.Env ?? []).map((entry) => {
    const own = moved.find(({ serviceName, from }) => serviceName === Name && entry.startsWith(`${from}=`))
    return own ? `${own.variable.fileName}=${own.variable.target}` : entry
  })
  return [Name, ...entries.toSorted()]
}

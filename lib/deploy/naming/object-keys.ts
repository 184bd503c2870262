import { dataObjectName } from '@/lib/compose/convert/data-objects'
import type { LoadedStack } from '@/lib/compose/load-stack'
import type { DataObjectKind } from '@/lib/contract/data-objects'

/** The keys under which the files have a config or secret of this name in the swarm. */
export function keysOf(stack: string, { model }: LoadedStack, kind: DataObjectKind, name: string): string[] {
  return [...model[`${kind}s`]]
    .filter(([key, object]) => (object.isExternal ? object.name : dataObjectName(stack, key, object)) === name)
    .map(([key]) => key)
}

import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Moved } from '@/lib/contract/stack-files'
import type { Service } from '@/lib/swarm/engine-types'
import { referencesOf } from '@/lib/swarm/spec/references'
import { namesAfter } from './moved'

/** A name of the files in the place of which another one has to stand. */
export type WantedName = { kind: DataObjectKind; from: string; to: string }

/** Some of the services that share a name in the files have moved, and others have not. */
export type SharedName = { kind: DataObjectKind; name: string }

type Stack = {
  converted: Pick<ConvertedStack, 'services'>
  /** As they are live, by name. */
  services: ReadonlyMap<string, Service>
  moved: readonly Moved[]
}

/**
 * What the files have to call the versions that were moved. Compared by service and target, not by the names that were
 * left: a file that was behind already is caught up with.
 */
export function wantedNames(stack: Stack): { wanted: WantedName[]; shared: SharedName[] } {
  const found = (['config', 'secret'] as const).map((kind) => wantedOf(kind, stack))
  return { wanted: found.flatMap(({ wanted }) => wanted), shared: found.flatMap(({ shared }) => shared) }
}

function wantedOf(kind: DataObjectKind, { converted, services, moved }: Stack) {
  const used = new Map<string, Set<string>>()
  for (const body of converted.services) {
    const service = services.get(body.Name)
    if (!service) continue
    const live = namesAfter(service, kind, moved)
    for (const { target, name } of referencesOf(kind, body.TaskTemplate)) {
      const now = live.get(target)
      if (now !== undefined) used.set(name, (used.get(name) ?? new Set()).add(now))
    }
  }
  const targets = new Set(moved.filter((one) => one.kind === kind).map(({ to }) => to))
  const touched = [...used].filter(([name, names]) => [...names].some((now) => now !== name && targets.has(now)))
  return {
    wanted: touched.flatMap(([from, [to = from, ...others]]) => (others.length === 0 ? { kind, from, to } : [])),
    shared: touched.flatMap(([name, names]) => (names.size > 1 ? { kind, name } : [])),
  }
}

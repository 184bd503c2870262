import { byBytes } from '@/lib/compose/byte-order'
import { stackLabel } from '@/lib/compose/convert/body-values'
import type { StackFile } from '@/lib/compose/load/stack-files'
import { labelsTree, optionsTree } from '@/lib/compose/write/printed-map'
import { type Branch, branch, type Tree } from '@/lib/compose/write/tree'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { operationLabel, replacesLabel } from '@/lib/rotation/family'
import { collectDataObjects, type DataObject } from './collect-data-objects'
import { allotKeys, isKey, isOwn, keyOfName, type LiveStack } from './live-stack'
import type { LossCode } from './loss'

/** Notes of ours about how an object came to be. The family's label stays: it says what belongs together. */
const ourMarks = [operationLabel, replacesLabel]

export type RebuiltDataObjects = {
  /** The key of what services call by this name. */
  keyOf: (name: string) => string
  definitions: Branch
  /** Beside the Compose file. */
  files: StackFile[]
}

/** The secrets or configs that services use, and those of the stack that none uses: a deploy makes them as well. */
export function rebuildDataObjects(kind: DataObjectKind, stack: LiveStack): RebuiltDataObjects {
  const objects = collectDataObjects(kind, stack)
  const scopedKey = ({ name, spec }: DataObject) => (isOwn(stack, spec?.Labels) ? keyOfName(stack.name, name) : null)
  const rank = (object: DataObject) => (scopedKey(object) === null ? 1 : 0)
  const sorted = objects.toSorted((a, b) => rank(a) - rank(b) || byBytes(a.name, b.name))
  const keys = allotKeys(sorted, (object) => candidates(object, scopedKey(object)))
  const keyByName = new Map([...keys].map(([{ name }, key]) => [name, key]))
  const made = sorted.map((object) => {
    const key = keys.get(object) ?? object.name
    return { key, ...definition(kind, object, { stack, key, isScoped: key === scopedKey(object) }) }
  })
  return {
    keyOf: (name) => keyByName.get(name) ?? name,
    definitions: new Map(made.map(({ key, tree }) => [key, tree])),
    files: made.flatMap(({ file }) => file ?? []),
  }
}

/**
 * Where the name does not make the key, services may tell what the file called it: where a target is not given it is
 * the key. The CLI finds a config that is a credential spec by its key alone, so that must be its name.
 */
function candidates({ name, targets, isCredentialSpec }: DataObject, scoped: string | null): [string, ...string[]] {
  if (scoped !== null) return [scoped]
  const [target, ...others] = [...targets].filter(isKey)
  const isTelling = !isCredentialSpec && target !== undefined && others.length === 0
  return isTelling ? [target, name] : [name]
}

type Place = { stack: LiveStack; key: string; isScoped: boolean }

type Definition = { tree: Tree; file?: StackFile }

function definition(kind: DataObjectKind, object: DataObject, place: Place): Definition {
  const { stack, key, isScoped } = place
  const { id, name, spec } = object
  const report = (code: LossCode) => stack.report({ code, params: { kind, name }, service: null, path: null })
  const external = { tree: branch({ external: true, name: key === name ? undefined : name }) }
  if (!spec || !isOwn(stack, spec.Labels)) return external

  const labels = labelsTree(spec.Labels, [stackLabel, ...ourMarks])
  const common = { labels, template_driver: spec.Templating?.Name || undefined }
  const ownName = isScoped ? undefined : name
  const driver = kind === 'secret' ? spec.Driver : undefined
  const content = kind === 'config' ? stack.contents.get(id) : undefined
  if (!driver && !content) {
    report(kind === 'secret' ? 'secret_value_unknown' : 'config_content_unknown')
    return external
  }
  if (Object.keys(spec.Templating?.Options ?? {}).length > 0) report('templating_options')
  if (driver) {
    const driverTree = { driver: driver.Name, driver_opts: optionsTree(driver.Options) }
    return { tree: branch({ name: ownName, ...driverTree, ...common }) }
  }
  const file = fileName(key)
  const tree = branch({ name: ownName, file: `./${file}`, ...common })
  return content ? { tree, file: { name: file, bytes: content } } : external
}

export const composeFileName = 'compose.yaml'

function fileName(key: string): string {
  return key === composeFileName ? `${key}.config` : key
}

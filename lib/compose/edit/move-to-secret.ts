import type { TextEdit } from '@/lib/compose/finding'
import { replacing } from '@/lib/compose/finding'
import { type ComposeNode, childOf, entriesOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { addSecretDefinition, addSecretUse } from './add-secret'
import { withoutEntry } from './block'
import { withoutItem } from './list-item'

type Wish = {
  configKey: string
  /** The key of the secret, which is also its name. */
  secret: string
}

/**
 * The edits after which services get a file from a secret in the place of one from a config. Whoever applies them has to
 * look whether the file then says what was meant: aliases and merges are not followed.
 */
export function moveInServices(
  root: MappingNode,
  { services, configKey, secret }: Wish & { services: readonly string[] },
): TextEdit[] {
  return services.flatMap((key) => {
    const service = childOf(childOf(root, 'services'), key)
    return service?.kind === 'mapping' ? moveInService(service, configKey, secret) : []
  })
}

/** The secret is made elsewhere, so the file only names it; of the config nothing is left, unless it is still used. */
export function moveDefinition(
  root: MappingNode,
  { configKey, secret, keepsConfig }: Wish & { keepsConfig: boolean },
): TextEdit[] {
  return [...(keepsConfig ? [] : withoutConfig(root, configKey)), ...addSecretDefinition(root, secret)]
}

function moveInService(service: MappingNode, configKey: string, secret: string): TextEdit[] {
  const configs = service.entries.get('configs')
  if (configs?.value.kind !== 'list') return []
  const list = configs.value
  const index = list.items.findIndex((item) => sourceOf(item) === configKey)
  const item = list.items[index]
  if (!item) return []
  const written = writtenItem(item, configKey, secret)
  const secrets = service.entries.get('secrets')
  if (!secrets && list.items.length === 1) {
    return [replacing(configs.keyPlace, 'secrets'), ...(editedItem(item, secret) ?? [replacing(item.place, written)])]
  }
  const removal = list.items.length === 1 ? withoutEntry(service, 'configs') : withoutItem(list, index)
  return [...addSecretUse(service, configs, written), ...removal]
}

function sourceOf(item: ComposeNode): string | null {
  const node = item.kind === 'mapping' ? childOf(item, 'source') : item
  return node?.kind === 'text' ? node.value : null
}

/** In place, so that comments stay; null for one that names no target. */
function editedItem(item: ComposeNode, secret: string): TextEdit[] | null {
  const [source, target] = [childOf(item, 'source'), childOf(item, 'target')]
  if (!source || target?.kind !== 'text') return null
  const isBare = !target.value.startsWith('/')
  return [replacing(source.place, secret), ...(isBare ? [replacing(target.place, `/${target.value}`)] : [])]
}

/** As one line. A bare path of a config is below `/`, one of a secret is not. */
function writtenItem(item: ComposeNode, configKey: string, secret: string): string {
  const target = childOf(item, 'target')
  const path = target?.kind === 'text' ? target.value : configKey
  const absolute = path.startsWith('/') ? path : `/${path}`
  const others = entriesOf(item)
    .filter(([key]) => key !== 'source' && key !== 'target')
    .map(([key, { value }]) => `${key}: ${textAt(value.place)}`)
  return `{ ${[`source: ${secret}`, `target: ${absolute}`, ...others].join(', ')} }`
}

function withoutConfig(root: MappingNode, configKey: string): TextEdit[] {
  const configs = childOf(root, 'configs')
  if (configs?.kind !== 'mapping') return []
  return configs.entries.size === 1 ? withoutEntry(root, 'configs') : withoutEntry(configs, configKey)
}

/** Whether services of the file use the config beside those that move. */
export function hasOtherUsers(root: MappingNode, configKey: string, services: readonly string[]): boolean {
  return entriesOf(childOf(root, 'services')).some(
    ([key, { value }]) =>
      !services.includes(key) && itemsOf(childOf(value, 'configs')).some((item) => sourceOf(item) === configKey),
  )
}

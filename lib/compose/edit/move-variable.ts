import { replacing, type TextEdit } from '@/lib/compose/finding'
import { childOf, type MappingEntry, type MappingNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { addSecretUse } from './add-secret'

type Wish = { service: string; variable: string; fileVariable: string; target: string; secret: string }

/** `masked`: those of the edits whose place has the variable's value. */
export type VariableEdits = { edits: TextEdit[]; masked: TextEdit[] }

/**
 * The edits after which a service has a variable that names a secret's file in the place of one with the value. None where
 * its environment does not have the variable: it may come from another file.
 */
export function moveVariableInService(root: MappingNode, wish: Wish): VariableEdits {
  const service = childOf(childOf(root, 'services'), wish.service)
  const environment = service?.kind === 'mapping' ? service.entries.get('environment') : undefined
  if (service?.kind !== 'mapping' || !environment) return { edits: [], masked: [] }
  const found = environment.value.kind === 'mapping' ? ofMapping(environment.value, wish) : ofList(environment, wish)
  if (found.edits.length === 0) return found
  return { ...found, edits: [...addSecretUse(service, environment, wish.secret), ...found.edits] }
}

function ofMapping({ entries }: MappingNode, { variable, fileVariable, target }: Wish): VariableEdits {
  const entry = entries.get(variable)
  if (!entry) return { edits: [], masked: [] }
  const { keyPlace, value } = entry
  const isEmpty = value.place.start === value.place.end
  const masked = replacing(value.place, isEmpty ? ` ${target}` : target)
  return { edits: [replacing(keyPlace, likeWritten(textAt(keyPlace), fileVariable)), masked], masked: [masked] }
}

function ofList({ value }: MappingEntry, { variable, fileVariable, target }: Wish): VariableEdits {
  const items = value.kind === 'list' ? value.items : []
  const item = items.find(
    (one) => one.kind === 'text' && (one.value === variable || one.value.startsWith(`${variable}=`)),
  )
  if (!item) return { edits: [], masked: [] }
  const masked = replacing(item.place, likeWritten(textAt(item.place), `${fileVariable}=${target}`))
  return { edits: [masked], masked: [masked] }
}

function likeWritten(written: string, text: string): string {
  const [quote] = written
  return quote === '"' || quote === "'" ? `${quote}${text}${quote}` : text
}

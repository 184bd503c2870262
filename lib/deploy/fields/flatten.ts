import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { type Field, fieldGroups } from './field-groups'
import { fieldNames } from './field-names'
import { plainText } from './field-text'

/** All fields of a stored form by their path in a stack file, or by the engine's path where a file has none. */
export function flatten(form: ServiceSpec): Map<string, Field> {
  const fields = new Map<string, Field>()
  const grouped = Object.values(fieldGroups).flatMap((group) => group(form))
  for (const field of [...grouped, ...fieldsOf(form, '')]) {
    const known = fields.get(field.path)
    // Several variables of one name, several ports: neither may hide the other.
    fields.set(field.path, known ? { ...known, text: `${known.text}, ${field.text}` } : field)
  }
  return fields
}

function fieldsOf(value: unknown, enginePath: string): Field[] {
  if (Object.hasOwn(fieldGroups, enginePath)) return []
  const name = Object.hasOwn(fieldNames, enginePath) ? fieldNames[enginePath] : undefined
  if (isRecord(value) && Object.keys(value).length > 0) {
    const prefix = enginePath === '' ? '' : `${enginePath}.`
    return Object.entries(value).flatMap(([key, member]) => fieldsOf(member, prefix + key))
  }
  return [{ path: name?.path ?? enginePath, text: name ? name.text(value) : plainText(value), isSecret: false }]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

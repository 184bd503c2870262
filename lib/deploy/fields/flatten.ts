import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { type Field, fieldGroups } from './field-groups'
import { fieldNames } from './field-names'
import { plainText } from './field-text'

export type FlatForm = {
  /** By their path in a stack file, or by the engine's path where a file has none. */
  fields: ReadonlyMap<string, Field>
  /** Paths of sections that have fields; an empty section is a field itself. */
  sections: ReadonlySet<string>
}

export function flatten(form: ServiceSpec): FlatForm {
  const fields = new Map<string, Field>()
  const sections = new Set<string>()
  const grouped = Object.values(fieldGroups).flatMap((group) => group(form))
  for (const field of [...grouped, ...fieldsOf(form, '', sections)]) {
    const known = fields.get(field.path)
    // Several variables of one name, several ports: neither may hide the other.
    fields.set(field.path, known ? { ...known, text: `${known.text}, ${field.text}` } : field)
  }
  return { fields, sections }
}

function fieldsOf(value: unknown, enginePath: string, sections: Set<string>): Field[] {
  if (Object.hasOwn(fieldGroups, enginePath)) return []
  const name = Object.hasOwn(fieldNames, enginePath) ? fieldNames[enginePath] : undefined
  const path = name?.path ?? enginePath
  if (isRecord(value) && Object.keys(value).length > 0) {
    sections.add(path)
    const prefix = enginePath === '' ? '' : `${enginePath}.`
    return Object.entries(value).flatMap(([key, member]) => fieldsOf(member, prefix + key, sections))
  }
  return [{ path, text: name ? name.text(value) : plainText(value), isSecret: false }]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

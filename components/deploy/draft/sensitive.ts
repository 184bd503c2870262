import { isTellingName } from '@/lib/compose/formats/telling-name'
import type { Draft } from './draft'

/** Whether a variable's value is masked and never kept: as a person said, or as its name suggests. */
export function isSensitive({ sensitivity }: Pick<Draft, 'sensitivity'>, name: string): boolean {
  return sensitivity[name] ?? isTellingName(name)
}

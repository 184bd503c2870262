import type { Column } from './column'

/** Leaves a column out of a table whose window is not wide enough for it; two-line rows have places of their own. */
export function fromStyle({ from }: Pick<Column<unknown>, 'from'>): string {
  if (from === 'lg') return 'md:max-lg:hidden'
  if (from === 'xl') return 'md:max-xl:hidden'
  return from === '2xl' ? 'md:max-2xl:hidden' : ''
}

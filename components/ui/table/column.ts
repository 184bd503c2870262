import type { ReactNode } from 'react'

/** One column of a Table. */
export type Column<Row> = {
  /** Names it in the URL's `sort`. */
  id: string
  /** Empty for a column of buttons. */
  header: string
  cell: (row: Row) => ReactNode
  /** What it is sorted by; null goes last in both directions. Without it the column cannot be sorted. */
  sortBy?: (row: Row) => string | number | null
  /** Numbers stand at the right, so that their digits line up. */
  align?: 'left' | 'right'
  /**
   * `grow` takes what is left and breaks its lines; `fit` is as narrow as its content. The others keep to one line where
   * there is room, cut off beyond 22rem, and names break.
   */
  width?: 'fit' | 'grow'
  /** The least width of the window at which it is shown: 1024, 1280 or 1536 px. Nothing may stick out of a table. */
  from?: 'lg' | 'xl' | '2xl'
  /**
   * Its place at phone width, where a row is two lines: `name` begins the first and `aside` ends it; `detail`s make the
   * second. Columns without a place are left out there.
   */
  narrow?: 'name' | 'aside' | 'detail'
}

export type Sort = { id: string; isDescending: boolean }

/** `name` and `-name`, as the URL has it. */
export function parseSort(text: string): Sort {
  return text.startsWith('-') ? { id: text.slice(1), isDescending: true } : { id: text, isDescending: false }
}

export function sortToText(sort: Sort): string {
  return `${sort.isDescending ? '-' : ''}${sort.id}`
}

/** A table that is not made of the snapshot alone. Answers come from memory, as all views do. */
export type RowsSource<Row> = {
  rows: () => Row[]
  row: (id: string) => Row | null
  /** Tells the ids of rows that look different now. */
  onChange: (listener: (ids: readonly string[]) => void) => () => void
}

export const noRows: RowsSource<never> = { rows: () => [], row: () => null, onChange: () => () => undefined }

import type { DataObjectKind, RotationNote } from '@/lib/contract/data-objects'

/** Says which rotation brought a version into use. Answers come from memory, as all views do. */
export type RotationsSource = {
  lastTo: (kind: DataObjectKind, name: string) => RotationNote | null
  /** Tells the names of versions that something came to be known about. */
  onChange: (listener: (kind: DataObjectKind, names: readonly string[]) => void) => () => void
}

const noRotations: RotationsSource = { lastTo: () => null, onChange: () => () => undefined }

const g = globalThis as typeof globalThis & { skepRotations?: RotationsSource }

export function rotationsSource(): RotationsSource {
  return g.skepRotations ?? noRotations
}

export function setRotationsSource(source: RotationsSource): void {
  g.skepRotations = source
}

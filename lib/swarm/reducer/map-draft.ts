/** A map that is to be changed: copied at its first change, and then once for all of them. */
export class MapDraft<V> {
  private copy: Map<string, V> | null = null

  constructor(private readonly base: ReadonlyMap<string, V>) {}

  get current(): ReadonlyMap<string, V> {
    return this.copy ?? this.base
  }

  get isChanged(): boolean {
    return this.copy !== null
  }

  set(id: string, value: V): void {
    this.copy ??= new Map(this.base)
    this.copy.set(id, value)
  }

  delete(id: string): void {
    if (!this.current.has(id)) return
    this.copy ??= new Map(this.base)
    this.copy.delete(id)
  }
}

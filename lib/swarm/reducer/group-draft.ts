import { MapDraft } from './map-draft'

/** An index of lists that is to be changed: each list that is touched is opened once, and made anew at the end. */
export class GroupDraft<V extends { ID: string }> {
  private readonly open = new Map<string, Map<string, V>>()

  constructor(private readonly base: ReadonlyMap<string, readonly V[]>) {}

  /** `undefined` is no group: a task without a node is in the list of none. */
  put(group: string | undefined, object: V): void {
    if (group !== undefined) this.opened(group).set(object.ID, object)
  }

  remove(group: string | undefined, object: V): void {
    if (group !== undefined) this.opened(group).delete(object.ID)
  }

  list(group: string): V[] {
    return [...(this.open.get(group)?.values() ?? this.base.get(group) ?? [])]
  }

  result(): ReadonlyMap<string, readonly V[]> {
    const draft = new MapDraft(this.base)
    for (const [group, objects] of this.open) {
      if (objects.size > 0) draft.set(group, [...objects.values()])
      else draft.delete(group)
    }
    return draft.current
  }

  private opened(group: string): Map<string, V> {
    let objects = this.open.get(group)
    if (!objects) {
      objects = new Map(this.base.get(group)?.map((object) => [object.ID, object]))
      this.open.set(group, objects)
    }
    return objects
  }
}

import type { Service, Task } from './engine-types'
import { type Change, type Found, idOf, type Listed } from './reducer/change'
import { GroupDraft } from './reducer/group-draft'
import { type LastWord, LastWordDraft, nothingHeard } from './reducer/last-word'
import { MapDraft } from './reducer/map-draft'
import type { Deltas, Touched } from './reducer/touched'
import { touchedBy } from './reducer/touched-by'
import { emptySnapshot, type ObjectKind, type Objects, type Snapshot, stackOf } from './snapshot'

/** The snapshot, and what is needed to judge the next answer by. */
export type Known = { readonly snapshot: Snapshot; readonly lastWord: LastWord }

export function nothingKnown(swarmId: string): Known {
  return { snapshot: emptySnapshot(swarmId), lastWord: nothingHeard }
}

/**
 * Takes in a batch of answers, in whatever order they arrived, and tells which rows they touched. Objects are replaced by
 * newer versions only; what is old news changes nothing, and then the snapshot is the same object as before.
 */
export function applyChanges(known: Known, changes: readonly Change[]): { known: Known; touched: Touched } {
  const draft = new SnapshotDraft(known)
  for (const change of changes) draft.take(change)
  const snapshot = draft.result()
  return {
    known: { snapshot, lastWord: draft.lastWord.result() },
    touched: touchedBy(draft.deltas, known.snapshot, snapshot),
  }
}

class SnapshotDraft {
  readonly deltas: Deltas = { service: [], task: [], node: [], network: [], config: [], secret: [] }
  readonly lastWord: LastWordDraft
  private readonly base: Snapshot
  private readonly maps: { [K in ObjectKind]: MapDraft<Objects[K]> }
  private readonly tasksByService: GroupDraft<Task>
  private readonly tasksByNode: GroupDraft<Task>
  private readonly servicesByStack: GroupDraft<Service>

  constructor({ snapshot, lastWord }: Known) {
    this.base = snapshot
    this.lastWord = new LastWordDraft(lastWord)
    this.maps = {
      service: new MapDraft(snapshot.service),
      task: new MapDraft(snapshot.task),
      node: new MapDraft(snapshot.node),
      network: new MapDraft(snapshot.network),
      config: new MapDraft(snapshot.config),
      secret: new MapDraft(snapshot.secret),
    }
    this.tasksByService = new GroupDraft(snapshot.tasksByService)
    this.tasksByNode = new GroupDraft(snapshot.tasksByNode)
    this.servicesByStack = new GroupDraft(snapshot.servicesByStack)
  }

  take(change: Change): void {
    if (change.type === 'tasks') this.takeTasks(change)
    else if (change.type === 'list') this.takeList(change)
    else if (change.type === 'missing') this.miss(change.kind, change.id, change.askedAt)
    else {
      this.find(change)
      this.lastWord.hear(change.kind, idOf(change.object), change.askedAt)
    }
  }

  result(): Snapshot {
    if (Object.values(this.deltas).every((deltas) => deltas.length === 0)) return this.base
    return {
      ...this.base,
      service: this.maps.service.current,
      task: this.maps.task.current,
      node: this.maps.node.current,
      network: this.maps.network.current,
      config: this.maps.config.current,
      secret: this.maps.secret.current,
      tasksByService: this.tasksByService.result(),
      tasksByNode: this.tasksByNode.result(),
      servicesByStack: this.servicesByStack.result(),
    }
  }

  private takeList<K extends ObjectKind>({ kind, objects, askedAt }: Listed<K>): void {
    for (const object of objects) this.find({ type: 'found', kind, object, askedAt })
    this.missAllBut(objects, kind, [...this.maps[kind].current.values()], askedAt)
    this.lastWord.hearList(kind, askedAt)
  }

  private takeTasks({ serviceIds, objects, askedAt }: Extract<Change, { type: 'tasks' }>): void {
    for (const object of objects) this.find({ type: 'found', kind: 'task', object, askedAt })
    for (const serviceId of serviceIds) {
      this.missAllBut(objects, 'task', this.tasksByService.list(serviceId), askedAt)
      this.lastWord.hearTasks(serviceId, askedAt)
    }
  }

  private missAllBut<K extends ObjectKind>(
    there: readonly Objects[K][],
    kind: K,
    known: Objects[K][],
    askedAt: number,
  ) {
    const ids = new Set(there.map(idOf))
    for (const object of known) if (!ids.has(idOf(object))) this.remove(kind, object, askedAt)
  }

  private miss(kind: ObjectKind, id: string, askedAt: number): void {
    const object = this.maps[kind].current.get(id)
    if (object) this.remove(kind, object, askedAt)
    this.lastWord.hear(kind, id, askedAt)
  }

  private find<K extends ObjectKind>({ kind, object, askedAt }: Found<K>): void {
    const id = idOf(object)
    const map: MapDraft<Objects[K]> = this.maps[kind]
    const before = map.current.get(id)
    if (before && !isNewer(before, object)) return
    if (!before && askedAt <= this.lastWord.about(kind, id, serviceIdOf(object))) return
    map.set(id, object)
    this.note(kind, before, object)
  }

  private remove<K extends ObjectKind>(kind: K, object: Objects[K], askedAt: number): void {
    const id = idOf(object)
    if (askedAt <= this.lastWord.about(kind, id, serviceIdOf(object))) return
    this.maps[kind].delete(id)
    this.note(kind, object, undefined)
  }

  private note<K extends ObjectKind>(kind: K, before: Objects[K] | undefined, after: Objects[K] | undefined): void {
    this.deltas[kind].push({ before, after })
    if (before) this.takeOut(before, after)
    if (after) this.putIn(after)
  }

  /** Only from the lists in which it is no more; in the others it is replaced. */
  private takeOut(before: Objects[ObjectKind], after: Objects[ObjectKind] | undefined): void {
    if (isTask(before)) {
      const next = after && isTask(after) ? after : undefined
      if (before.ServiceID !== next?.ServiceID) this.tasksByService.remove(before.ServiceID, before)
      if (before.NodeID !== next?.NodeID) this.tasksByNode.remove(before.NodeID, before)
    } else if (isService(before)) {
      const next = after && isService(after) ? stackNameOf(after) : undefined
      if (stackNameOf(before) !== next) this.servicesByStack.remove(stackNameOf(before), before)
    }
  }

  private putIn(after: Objects[ObjectKind]): void {
    if (isTask(after)) {
      this.tasksByService.put(after.ServiceID, after)
      this.tasksByNode.put(after.NodeID, after)
    } else if (isService(after)) this.servicesByStack.put(stackNameOf(after), after)
  }
}

function isTask(object: Objects[ObjectKind]): object is Task {
  return 'DesiredState' in object
}

function isService(object: Objects[ObjectKind]): object is Service {
  return 'Spec' in object && 'TaskTemplate' in object.Spec
}

/** Services of no stack are together under the empty name. */
function stackNameOf(service: Service): string {
  return stackOf(service.Spec.Labels) ?? ''
}

function serviceIdOf(object: Objects[ObjectKind]): string | undefined {
  return 'ServiceID' in object ? object.ServiceID : undefined
}

/**
 * By version, however late the answer comes. A network has none and needs none, since the engine cannot change it; answers
 * about it differ all the same, because this node tells of its own copy of it as soon as a task here is connected.
 */
function isNewer(before: Objects[ObjectKind], object: Objects[ObjectKind]): boolean {
  return 'Version' in before && 'Version' in object && object.Version.Index > before.Version.Index
}

import type { DocumentView, StreamMessage, TableView, Topic } from '@/lib/contract/topics'
import { continues, supersedes } from './stamps'

/** Any topic's view, as the stream carries it. */
export type AnyView = TableView<{ id: string }> | DocumentView<unknown>

export type Views = ReadonlyMap<Topic, AnyView>

/** The views after one message of the stream. The same map when the message is old news, so that nobody draws again. */
export function applyMessage(views: Views, message: StreamMessage): Views {
  switch (message.type) {
    case 'view': {
      const kept = views.get(message.topic)
      if (kept && !supersedes(message.view.stamp, kept.stamp)) return views
      return new Map(views).set(message.topic, message.view)
    }
    case 'rows': {
      const kept = views.get(message.topic)
      // Without the whole there is nothing to change; it is on its way.
      if (!kept || !('rows' in kept) || !continues(message.stamp, kept.stamp)) return views
      const rows = changeRows(kept.rows, message.upserted, message.removed)
      return new Map(views).set(message.topic, { stamp: message.stamp, rows })
    }
    default:
      return views
  }
}

function changeRows(rows: readonly { id: string }[], upserted: readonly { id: string }[], removed: readonly string[]) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const id of removed) byId.delete(id)
  for (const row of upserted) byId.set(row.id, row)
  return [...byId.values()]
}

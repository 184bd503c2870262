import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Stamp } from '@/lib/contract/stamp'
import { applyChanges, type Known, nothingKnown } from '@/lib/swarm/apply-changes'
import type { Change } from '@/lib/swarm/reducer/change'
import { isAnythingTouched, type Touched } from '@/lib/swarm/reducer/touched'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { Listeners } from './listeners'

/** What happened to the snapshot: rows were touched, or it is of another swarm and nothing before it counts. */
export type StoreNews = { type: 'touched'; touched: Touched } | { type: 'replaced' }

/** When a request was made, in the order of all requests and in which epoch; see lib/swarm/reducer/change.ts. */
export type Ticket = { epoch: string; askedAt: number; time: number }

/** Holds the one snapshot of the process. It only grows newer, and stays when the engine is away. */
export class SwarmStore {
  readonly news = new Listeners<StoreNews>()
  private known: Known | null = null
  private isWhole = false
  private epoch: string = randomUUID()
  private revision = 0
  private asOf = 0
  private lastTicket = 0

  /** To be taken before a request is sent, and handed in with its answer. */
  ticket(): Ticket {
    this.lastTicket += 1
    return { epoch: this.epoch, askedAt: this.lastTicket, time: Date.now() }
  }

  /** Makes room for a swarm. The same as before keeps its snapshot; another one begins an epoch with an empty one. */
  begin(swarmId: string): void {
    if (this.known?.snapshot.swarmId === swarmId) return
    this.known = nothingKnown(swarmId)
    this.isWhole = false
    this.epoch = randomUUID()
    this.revision = 0
    this.asOf = 0
    this.news.tell({ type: 'replaced' })
  }

  /** Takes in answers of one round. Those of another epoch are dropped, and null returned: they speak of another swarm. */
  take({ epoch, time }: Ticket, changes: readonly Change[]): Touched | null {
    if (epoch !== this.epoch || !this.known) return null
    const { known, touched } = applyChanges(this.known, changes)
    this.known = known
    this.asOf = Math.max(this.asOf, time)
    if (!isAnythingTouched(touched)) return touched
    this.revision += 1
    if (this.isWhole) this.news.tell({ type: 'touched', touched })
    return touched
  }

  /** Everything has been listed once. Until then nobody sees the snapshot, for half a swarm looks like a broken one. */
  completeFirstList(): void {
    if (this.isWhole) return
    this.isWhole = true
    this.news.tell({ type: 'replaced' })
  }

  /** A change that is no answer of the engine, such as the loss of it: what was sent before is older. */
  countChange(): void {
    this.revision += 1
  }

  /** Null until everything has been listed once. */
  snapshot(): Snapshot | null {
    return this.isWhole && this.known ? this.known.snapshot : null
  }

  /** With `asOf` 0 while nothing is known. */
  stamp(): Stamp {
    const swarmId = this.known?.snapshot.swarmId ?? ''
    return { swarmId, epoch: this.epoch, revision: this.revision, asOf: this.isWhole ? this.asOf : 0 }
  }
}

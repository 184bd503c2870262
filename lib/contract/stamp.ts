/**
 * Says how new a view is. Only views of the same swarm and epoch can be compared, by revision; another epoch (another
 * process, or the process connected to another swarm) always wins over what a browser kept.
 */
export type Stamp = {
  swarmId: string
  /** One life of one watcher: a UUID. */
  epoch: string
  /** Grows with every change that the watcher takes in. */
  revision: number
  /** UTC milliseconds at which the engine last confirmed the snapshot. */
  asOf: number
}

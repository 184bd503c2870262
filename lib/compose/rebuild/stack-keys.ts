import type { Mount } from '@/lib/swarm/engine-types'

/** How services call what the top of the file defines. */
export type StackKeys = {
  network: (target: string) => string
  volume: (mount: Mount) => string
  secret: (name: string) => string
  config: (name: string) => string
}

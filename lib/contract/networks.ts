/** A row of the topic `networks`. */
export type NetworkRow = {
  id: string
  networkId: string
  name: string
  stack: string | null
  driver: string
  isAttachable: boolean
  isInternal: boolean
  isEncrypted: boolean
  isIngress: boolean
  subnets: string[]
  usedBy: string[]
  createdAt: number
}

/** A row of the topic `volumes`: what the services' specs name. Their data is on the nodes named, nowhere else. */
export type VolumeRow = {
  id: string
  name: string
  driver: string
  stack: string | null
  usedBy: string[]
  nodes: { id: string; hostname: string }[]
  /** Some constraint ties every user of it to particular nodes. */
  isPinned: boolean
  /** Local, and some user of it may start on another node, where it would find an empty volume. */
  mayLoseData: boolean
}

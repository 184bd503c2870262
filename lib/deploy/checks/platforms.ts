import type { Platform } from '@/lib/deploy/resolve-image'
import type { Node } from '@/lib/swarm/engine-types'

/** What a node calls itself, in the words of images. */
const sameArchitecture = new Map([
  ['x86_64', 'amd64'],
  ['aarch64', 'arm64'],
])

/** Whether the node can run one of the image's platforms. Source: moby/swarmkit, manager/scheduler/filter.go. */
export function fitsPlatforms({ Description }: Node, platforms: readonly Platform[]): boolean {
  if (platforms.length === 0) return true
  const { Architecture = '', OS = '' } = Description.Platform ?? {}
  return platforms.some((platform) => {
    const isArchitecture = !platform.Architecture || normal(platform.Architecture) === normal(Architecture)
    return isArchitecture && (!platform.OS || platform.OS === OS)
  })
}

function normal(architecture: string): string {
  return sameArchitecture.get(architecture) ?? architecture
}

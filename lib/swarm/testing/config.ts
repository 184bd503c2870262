import type { Config } from '@/lib/swarm/engine-types'
import { labelsOf, madeAt, meta } from './meta'

type Wish = {
  Name: string
  stack?: string
  labels?: Record<string, string>
  createdAt?: string
  templating?: string
  sha256?: string
}

/** A config named by its own name: its ID is `config-NAME`. */
export function config({ Name, stack, labels, createdAt = madeAt, templating, sha256 }: Wish): Config {
  return {
    ID: `config-${Name}`,
    ...meta(10, createdAt),
    Spec: { Name, Labels: labelsOf(stack, labels), ...(templating && { Templating: { Name: templating } }) },
    Content: sha256 ? { SizeBytes: 12, Sha256: sha256, Format: 'text' } : null,
  }
}

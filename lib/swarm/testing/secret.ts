import type { Secret } from '@/lib/swarm/engine-types'
import { labelsOf, madeAt, meta } from './meta'

type Wish = {
  Name: string
  stack?: string
  labels?: Record<string, string>
  createdAt?: string
  driver?: string
  templating?: string
}

/** A secret named by its own name: its ID is `secret-NAME`. */
export function secret({ Name, stack, labels, createdAt = madeAt, driver, templating }: Wish): Secret {
  return {
    ID: `secret-${Name}`,
    ...meta(10, createdAt),
    Spec: {
      Name,
      Labels: labelsOf(stack, labels),
      ...(driver && { Driver: { Name: driver } }),
      ...(templating && { Templating: { Name: templating } }),
    },
  }
}

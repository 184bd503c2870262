import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyRow, PolicyView } from '@/lib/contract/policies'
import { Listeners } from '@/lib/live/listeners'
import { live } from '@/lib/live/live'
import type { RowsSource } from '@/lib/live/rows-source'
import { listAllPolicies } from '@/lib/store/policies'
import { policyId, policyRow } from './policy-row'

/** All policies, in memory for the live topics. There is one for each family that somebody has decided about. */
type Memory = { policies: Map<string, Known>; listeners: Listeners<readonly string[]> }

type Known = { swarmId: string; policy: PolicyView }

const g = globalThis as typeof globalThis & { skepPolicies?: Memory }

function memory(): Memory {
  g.skepPolicies ??= { policies: new Map(), listeners: new Listeners() }
  return g.skepPolicies
}

type Key = { swarmId: string; kind: DataObjectKind; family: string }

const keyOf = ({ swarmId, kind, family }: Key) => `${swarmId} ${policyId({ kind, family })}`

export async function loadPolicies(): Promise<void> {
  const { policies } = memory()
  policies.clear()
  for (const { swarmId, ...policy } of await listAllPolicies()) {
    policies.set(keyOf({ swarmId, ...policy }), { swarmId, policy })
  }
}

/** To be called when a policy was stored, or taken away with null. */
export function notePolicy(key: Key, policy: PolicyView | null): void {
  const { policies, listeners } = memory()
  if (policy) policies.set(keyOf(key), { swarmId: key.swarmId, policy })
  else policies.delete(keyOf(key))
  listeners.tell([policyId(key)])
}

export function knownPolicy(key: Key): PolicyView | null {
  return memory().policies.get(keyOf(key))?.policy ?? null
}

function policiesHere(): PolicyView[] {
  const { swarmId } = live().stamp()
  return [...memory().policies.values()].filter((known) => known.swarmId === swarmId).map(({ policy }) => policy)
}

/** Rows of the topic `policies`. Which version counts moves with the services, so those are looked at, too. */
export const policiesSource: RowsSource<PolicyRow> = {
  rows: () => (isSwarmKnown() ? policiesHere().map((policy) => policyRow(live().snapshot(), policy)) : []),
  row: (id) => {
    const policy = policiesHere().find((one) => policyId(one) === id)
    return policy && isSwarmKnown() ? policyRow(live().snapshot(), policy) : null
  },
  onChange: (listener) => {
    const leave = [
      memory().listeners.add(listener),
      live().onChange((news) => {
        const isConcerned = news.type === 'touched' && news.touched.configs.size + news.touched.secrets.size > 0
        if (isConcerned) listener(policiesHere().map(policyId))
      }),
    ]
    return () => {
      for (const each of leave) each()
    }
  },
}

const isSwarmKnown = () => live().stamp().asOf > 0

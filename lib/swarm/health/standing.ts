import type { Health } from '@/lib/contract/health'
import type { Reason } from '@/lib/contract/reason'

/** How a service stands: what it should have, what it has, one word for it, and why. */
export type Standing = { desiredTasks: number; runningTasks: number; health: Health; reason: Reason | null }

/** The worst first: the order in which a person wants to hear of things. */
export const healthOrder: readonly Health[] = ['failing', 'attention', 'working', 'running', 'stopped']

export function worstFirst(a: { health: Health }, b: { health: Health }): number {
  return healthOrder.indexOf(a.health) - healthOrder.indexOf(b.health)
}

import { finding } from './finding'
import type { Place } from './place'
import { ComposeRefusal } from './refusal'

/**
 * How much a stack may become: a few lines can name one large variable, file or range of ports thousands of times. Far
 * more than a swarm takes, and little enough to be converted at once.
 */
const most = {
  /** Of all texts with their variables put in. */
  characters: 8_000_000,
  /** Ports and variables of all services. All ports there are fit once. */
  entries: 70_000,
  /** Of all files, as often as they are named. */
  bytes: 32_000_000,
}

export type Amount = keyof typeof most

export class Allowance {
  readonly #taken = { characters: 0, entries: 0, bytes: 0 }

  /** Throws ComposeRefusal when it is used up. Take before the work is done. */
  take(amount: Amount, count: number, place: Place | null): void {
    this.#taken[amount] += count
    if (this.#taken[amount] > most[amount])
      throw new ComposeRefusal([finding('stack_too_large', place, { amount, most: most[amount] })])
  }

  left(amount: Amount): number {
    return most[amount] - this.#taken[amount]
  }
}

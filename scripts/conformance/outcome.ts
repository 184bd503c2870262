/** How a file or a step came out. A note says what stood in the way. */
export type Outcome = { name: string } & (
  | { result: 'same' | 'both refuse'; note?: string }
  | { result: 'differs'; differences: string[] }
  /** There is nothing of ours to compare it with. */
  | { result: 'not compared'; reason: string }
)

export function outcomeText(outcome: Outcome): string {
  const { name, result } = outcome
  if (result === 'differs') return [`${name}: DIFFERS`, ...outcome.differences.map((line) => `    ${line}`)].join('\n')
  if (result === 'not compared') return `${name}: not compared: ${outcome.reason}`
  return outcome.note ? `${name}: ${result} (${outcome.note})` : `${name}: ${result}`
}

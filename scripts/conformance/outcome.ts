/** How a file or a step came out. A note says what stood in the way. */
export type Outcome = { name: string } & (
  | { result: 'same' | 'both refuse'; note?: string }
  | { result: 'differs'; differences: string[] }
  | { result: 'not yet'; reason: string }
)

export function outcomeText(outcome: Outcome): string {
  const { name, result } = outcome
  if (result === 'differs') return [`${name}: DIFFERS`, ...outcome.differences.map((line) => `    ${line}`)].join('\n')
  if (result === 'not yet') return `${name}: not yet: ${outcome.reason}`
  return outcome.note ? `${name}: ${result} (${outcome.note})` : `${name}: ${result}`
}

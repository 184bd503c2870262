import type { Stage } from './stage'

/** `run` answers what came of it, and throws what is wrong. */
export type Drill = { name: string; run: (stage: Stage) => Promise<string> }

/** Runs the drills, so many side by side, prints a line for each when it is over, and answers which of them went well. */
export async function runDrills(stage: Stage, drills: readonly Drill[], atOnce: number): Promise<boolean[]> {
  const left = [...drills]
  const results: boolean[] = []
  const worker = async () => {
    for (let drill = left.shift(); drill; drill = left.shift()) results.push(await runDrill(stage, drill))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

async function runDrill(stage: Stage, { name, run }: Drill): Promise<boolean> {
  const begin = performance.now()
  const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`
  try {
    console.log(`passed  ${name}: ${await run(stage)} (${seconds()})`)
    return true
  } catch (error) {
    console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : String(error)} (${seconds()})`)
    return false
  }
}

import type { Page } from '@playwright/test'
import { deployStack, docker } from '@/e2e/support/docker'
import { stackFile } from '@/e2e/support/stacks'
import { onStage } from './stage'

const rounds = 10

type Delay = { wish: number; truth: number }

/**
 * From the moment at which `docker service scale` is typed to the one at which an open page shows the new number, and to
 * the one at which it shows all tasks running. The browser and we read the same clock.
 */
export function measureUpdateDelay(): Promise<void> {
  return onStage(async ({ server, newBrowser }) => {
    await deployStack('measured', stackFile({ web: { replicas: 2 } }))
    const page = await (await newBrowser()).newPage()
    await page.goto(`${server.url}/services/measured_web`)
    await page.getByText('2 of 2', { exact: true }).waitFor()
    const delays: Delay[] = []
    for (let round = 0; round < rounds; round++) {
      // Not in step with our polls.
      await page.waitForTimeout(2_000 + Math.random() * 3_000)
      delays.push(await scaleAndWatch(page, round % 2 === 0 ? 4 : 2))
    }
    report('the number asked for', delays.map(({ wish }) => wish).toSorted(inOrder))
    report('all tasks as asked for', delays.map(({ truth }) => truth).toSorted(inOrder))
  })
}

async function scaleAndWatch(page: Page, replicas: number): Promise<Delay> {
  const wish = whenShown(page, `of ${replicas}`)
  const truth = whenShown(page, `${replicas} of ${replicas}`)
  // Both look by now.
  await page.evaluate(() => document.title)
  const begin = Date.now()
  await docker(['service', 'scale', '--detach', `measured_web=${replicas}`])
  return { wish: (await wish) - begin, truth: (await truth) - begin }
}

/** Told by the page itself, at the change of its document and not at the next look from outside. */
function whenShown(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        // No function here may have a name: tsx would mark it with a helper that the page does not have.
        const observer = new MutationObserver(() => {
          if (!document.querySelector('[aria-label="Replicas of measured_web"] p')?.textContent?.includes(wanted))
            return
          observer.disconnect()
          resolve(Date.now())
        })
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    text,
  )
}

const inOrder = (a: number, b: number) => a - b

function report(what: string, sorted: number[]): void {
  const middle = ((sorted[rounds / 2 - 1] ?? 0) + (sorted[rounds / 2] ?? 0)) / 2
  console.log(`${what}: median ${Math.round(middle)} ms, from ${sorted[0]} to ${sorted.at(-1)} (${rounds} times)`)
}

import { setTimeout } from 'node:timers/promises'
import { deployStack } from '@/e2e/support/docker'
import { stackFile } from '@/e2e/support/stacks'
import { onStage, type Stage } from './stage'

const countedMs = 60_000
const settleMs = 15_000
const pages = ['/stacks', '/stacks/measured', '/services', '/services/measured_web', '/nodes', '/configs', '/secrets']

/** What the engine is asked for in a minute in which nothing happens, by who looks. Counted between Skep and the engine. */
export function measureEngineLoad(): Promise<void> {
  return onStage(async (stage) => {
    await deployStack('measured', stackFile({ web: { replicas: 2 }, worker: { replicas: 2 } }))
    await report(stage, 'no browser')
    const first = await stage.newBrowser()
    await open(first, 1)
    await report(stage, '1 tab')
    await open(first, 19)
    await report(stage, '20 tabs of one browser')
    await first.close()
    const others = await Promise.all(Array.from({ length: 20 }, () => stage.newBrowser()))
    for (const [index, other] of others.entries()) await open(other, 1, index)
    await report(stage, '20 browsers')

    async function open(browser: Awaited<ReturnType<Stage['newBrowser']>>, tabs: number, from = 0): Promise<void> {
      for (let index = 0; index < tabs; index++) {
        const page = await browser.newPage()
        await page.goto(stage.server.url + (pages[(from + index) % pages.length] ?? '/stacks'))
        await page.getByLabel('State of the swarm').getByText('Live').waitFor()
      }
    }
  })
}

async function report({ proxy }: Stage, who: string): Promise<void> {
  await setTimeout(settleMs)
  proxy.forget()
  await setTimeout(countedMs)
  const counts = Object.entries(proxy.counts())
    .map(([line, count]) => `${count} × ${line}`)
    .join(', ')
  console.log(`${who}: ${proxy.count()} requests in a minute (${counts || 'none'}), ${proxy.open()} open`)
}

import { engineAction } from '@/scripts/sandbox/sandbox.mjs'
import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { sandboxName } from './support/sandbox'
import { stackFile } from './support/stacks'

test('while the engine is away the page says how old it is, and recovers by itself', async ({
  adminPage: page,
  server,
  stack,
}) => {
  await deployStack(stack, stackFile({ web: { replicas: 2 } }))
  await page.goto(`${server.url}/services/${stack}_web`)
  const status = page.getByLabel('State of the swarm')
  await expect(status).toContainText('Live')

  await engineAction(sandboxName, 'node1', 'stop')
  try {
    await expect(status).toContainText('Engine away')
    await expect(page.getByText('What you see is as of')).toBeVisible()
    await expect(page.getByText('nothing can be changed now')).toBeVisible()
    await expect(page.getByRole('heading', { name: `${stack}_web` })).toBeVisible()
    // Another page comes from memory all the same.
    await page.goto(`${server.url}/stacks`)
    await expect(page.getByRole('link', { name: stack, exact: true })).toBeVisible()
  } finally {
    await engineAction(sandboxName, 'node1', 'start')
  }
  await expect(status).toContainText('Live', { timeout: 90_000 })
  await docker(['service', 'scale', '--detach', `${stack}_web=3`])
  await expect(page.getByRole('row').filter({ hasText: stack })).toContainText('3/3', { timeout: 90_000 })
})

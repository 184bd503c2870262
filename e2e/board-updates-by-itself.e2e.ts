import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { stackFile } from './support/stacks'

test('the board shows what the docker CLI does, without a reload', async ({ adminPage: page, server, stack }) => {
  await page.goto(`${server.url}/stacks`)
  await expect(page.getByRole('heading', { name: 'Stacks' })).toBeVisible()
  let reloads = 0
  page.on('load', () => reloads++)

  await deployStack(stack, stackFile({ web: {}, worker: {} }))
  const row = page.getByRole('row').filter({ hasText: stack })
  await expect(row).toContainText('2/2')
  await expect(row).toContainText('Running')

  await docker(['service', 'scale', '--detach', `${stack}_web=3`])
  await expect(row).toContainText('4/4')

  await docker(['stack', 'rm', stack])
  await expect(page.getByRole('link', { name: stack, exact: true })).toHaveCount(0)
  expect(reloads).toBe(0)
})

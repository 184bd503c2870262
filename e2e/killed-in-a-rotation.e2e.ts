import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'
import { referenceOf } from './support/references'
import { stackFile } from './support/stacks'

test('Skep is killed in the middle of a rotation, and takes it up again', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const config = `${stack}_settings`
  await docker(['config', 'create', config, '-'], 'one\n')
  await deployStack(stack, stackFile({ first: { config, replicas: 2 }, second: { config } }))
  await page.goto(`${server.url}/configs/${config}/rotate`)
  await page.getByRole('textbox', { name: 'New content' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('two\n')
  await page.getByRole('button', { name: `Create ${config}_v2 and restart 2 services` }).click()

  await expect.poll(() => referenceOf('config', `${stack}_first`), { intervals: [50] }).toBe(`${config}_v2`)
  await server.kill()
  expect(await referenceOf('config', `${stack}_second`), 'killed before the second service was touched').toBe(config)

  await server.start()
  await expect.poll(() => referenceOf('config', `${stack}_second`), { timeout: 90_000 }).toBe(`${config}_v2`)
  await untilConverged(page)
  const made = (await docker(['config', 'ls', '--format', '{{.Name}}']))
    .split('\n')
    .filter((name) => name.startsWith(config))
  expect(made.sort()).toEqual([config, `${config}_v2`])
})

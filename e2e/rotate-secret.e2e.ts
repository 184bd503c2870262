import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'
import { stackFile } from './support/stacks'

test('a secret gets a generated value, which can be copied until it is submitted', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const secret = `${stack}_password`
  await docker(['secret', 'create', secret, '-'], 'first value')
  await deployStack(stack, stackFile({ web: { secret }, worker: { secret } }))

  await page.goto(`${server.url}/secrets/${secret}`)
  await expect(page.getByRole('main')).not.toContainText('first value')
  await page.getByRole('link', { name: 'Rotate' }).click()
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await page.getByRole('button', { name: 'Generate here, in the browser' }).click()
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeEnabled()
  await page.getByRole('button', { name: `Create ${secret}_v2 and restart 2 services` }).click()

  await untilConverged(page)
  const names = await docker([
    'service',
    'inspect',
    `${stack}_web`,
    `${stack}_worker`,
    '--format',
    '{{(index .Spec.TaskTemplate.ContainerSpec.Secrets 0).SecretName}}',
  ])
  expect(names.split('\n')).toEqual([`${secret}_v2`, `${secret}_v2`])
})

import { deployStack, docker } from './support/docker'
import { expect, signIn, test } from './support/journey'
import { stackFile } from './support/stacks'

test('of two people who scale at once, the second is told and loses nothing', async ({
  openPage,
  adminPage,
  server,
  stack,
}) => {
  await deployStack(stack, stackFile({ web: {} }))
  const second = await openPage()
  await signIn(second, server)
  const scalerOf = (page: typeof adminPage) => page.getByRole('region', { name: `Replicas of ${stack}_web` })
  for (const page of [adminPage, second]) await page.goto(`${server.url}/services/${stack}_web`)

  await scalerOf(second).getByLabel('Replicas', { exact: true }).fill('2')
  await expect(scalerOf(second).getByRole('button', { name: 'Scale to 2' })).toBeEnabled()
  await scalerOf(adminPage).getByLabel('Replicas', { exact: true }).fill('3')
  await scalerOf(adminPage).getByRole('button', { name: 'Scale to 3' }).click()

  await expect(scalerOf(second).getByText(/Ann Admin set it to 3.*you planned from 1/)).toBeVisible()
  await expect(scalerOf(second).getByLabel('Replicas', { exact: true })).toHaveValue('2')
  await expect(scalerOf(adminPage).getByText('Converged')).toBeVisible()
  expect(await docker(['service', 'inspect', `${stack}_web`, '--format', '{{.Spec.Mode.Replicated.Replicas}}'])).toBe(
    '3',
  )
})

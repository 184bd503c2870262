import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { stackFile } from './support/stacks'

test('a service is scaled from 1 to 3, back again, and that is undone', async ({ adminPage: page, server, stack }) => {
  await deployStack(stack, stackFile({ web: {} }))
  const replicas = async () =>
    docker(['service', 'inspect', `${stack}_web`, '--format', '{{.Spec.Mode.Replicated.Replicas}}'])
  await page.goto(`${server.url}/services/${stack}_web`)
  const scaler = page.getByRole('region', { name: `Replicas of ${stack}_web` })

  await scaler.getByRole('button', { name: 'One more' }).click()
  await scaler.getByRole('button', { name: 'One more' }).click()
  await expect(scaler.getByText('starts 2 tasks')).toBeVisible()
  await scaler.getByRole('button', { name: 'Scale to 3' }).click()
  await expect(scaler.getByText('3 of 3', { exact: true })).toBeVisible()
  await expect(scaler.getByText('Converged')).toBeVisible()
  expect(await replicas()).toBe('3')

  await scaler.getByLabel('Replicas', { exact: true }).fill('1')
  await expect(scaler.getByText('stops 2 tasks')).toBeVisible()
  await scaler.getByRole('button', { name: 'Scale to 1' }).click()
  await expect(scaler.getByText('1 of 1', { exact: true })).toBeVisible()
  await expect(scaler.getByText('Converged')).toBeVisible()
  expect(await replicas()).toBe('1')

  await scaler.getByRole('button', { name: 'Undo' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Scale back to 3' }).click()
  await expect(scaler.getByText('3 of 3', { exact: true })).toBeVisible()
  expect(await replicas()).toBe('3')
})

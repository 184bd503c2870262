import { docker } from './support/docker'
import { deploy, openEditor, writeFile } from './support/editor'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'

const file = (colour: string, more = '') => `services:
  web:
    image: skep/stand-in:1
    environment: {COLOUR: ${colour}}
    deploy: {update_config: {monitor: 1s}}
  api:
    image: skep/stand-in:1
    environment: {COLOUR: ${colour}${more}}
    deploy: {update_config: {monitor: 4s}, restart_policy: {delay: 1s}}
`

test('an update that fails in one service is taken back in the whole stack', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const environments = async () =>
    (
      await docker([
        'service',
        'inspect',
        `${stack}_web`,
        `${stack}_api`,
        '--format',
        '{{.Spec.TaskTemplate.ContainerSpec.Env}}',
      ])
    )
      .split('\n')
      .toSorted()

  await openEditor(page, server, null)
  await page.getByLabel('Name of the stack').fill(stack)
  await writeFile(page, file('red'))
  await deploy(page, /^Deploy: create 2 services/)
  await untilConverged(page)

  await openEditor(page, server, stack)
  // The process ends as soon as it has started.
  await writeFile(page, file('blue', ', EXIT_AFTER: "0"'))
  await deploy(page, /^Deploy: restart 2 services/)
  await expect(page.getByRole('region', { name: 'What now?' })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText(/non-zero exit/).first()).toBeVisible()
  await expect.poll(environments).toEqual(['[COLOUR=blue EXIT_AFTER=0]', '[COLOUR=blue]'])

  await page.getByRole('button', { name: 'Undo…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply the undo' }).click()
  await expect.poll(environments, { timeout: 90_000 }).toEqual(['[COLOUR=red]', '[COLOUR=red]'])
  await page.goto(`${server.url}/stacks/${stack}?tab=revisions`)
  await expect(page.getByRole('row', { name: /Rolled back/ })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText('2 of 2 services running')).toBeVisible({ timeout: 90_000 })
})

import { deployStack, docker } from './support/docker'
import { deploy, openEditor, planOf, writeFile } from './support/editor'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'

const file = `services:
  web:
    image: skep/stand-in:1
    environment: {COLOUR: red}
    networks: [front]
    deploy: {replicas: 2, update_config: {monitor: 1s, order: start-first}}
  api:
    image: skep/stand-in:1
    healthcheck: {test: ["CMD", "/bin/health"], interval: 1s, retries: 5}
    networks: [front]
    deploy: {update_config: {monitor: 1s}}
networks:
  front: {}
`

test('a stack of the CLI is adopted as it runs, and one thing in it is changed', async ({
  adminPage: page,
  server,
  stack,
}) => {
  await deployStack(stack, file)
  const version = (service: string) => docker(['service', 'inspect', service, '--format', '{{.Version.Index}}'])
  const before = [await version(`${stack}_web`), await version(`${stack}_api`)]

  await page.goto(`${server.url}/stacks/${stack}?tab=revisions`)
  await page.getByRole('button', { name: 'Adopt it as it runs…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it as revision 1' }).click()
  await expect(page.getByRole('heading', { name: 'Revision 1' })).toBeVisible()
  expect([await version(`${stack}_web`), await version(`${stack}_api`)]).toEqual(before)

  await openEditor(page, server, stack)
  const plan = planOf(page)
  await expect(plan.getByText(/^Nothing to do/)).toBeVisible()
  const lines = await page.locator('.cm-line').allTextContents()
  await writeFile(page, lines.join('\n').replace(/(COLOUR\W+)red/, '$1blue'))
  await expect(plan.getByText('1 field changes')).toBeVisible()
  await expect(plan.getByText('1 service stays as it is')).toBeVisible()
  await deploy(page, /^Deploy: restart 1 service/)
  await untilConverged(page)
  const environment = '{{.Spec.TaskTemplate.ContainerSpec.Env}}'
  expect(await docker(['service', 'inspect', `${stack}_web`, '--format', environment])).toBe('[COLOUR=blue]')
  expect(await version(`${stack}_api`)).toBe(before[1])
})

import { docker } from './support/docker'
import { planOf } from './support/editor'
import { cookieOf, expect, send, test } from './support/journey'
import { untilConverged } from './support/progress'

const file = `services:
  web:
    image: skep/stand-in:1
    environment: {PASSWORD: from-the-file} # kept
    deploy: {labels: {team: red}, update_config: {monitor: 500ms}}
`

test('what drifted is put back, taken into the file, or let be: each field for itself', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const deployment = {
    files: [{ name: 'compose.yaml', dataBase64: Buffer.from(file).toString('base64') }],
    composeFiles: ['compose.yaml'],
    options: { resolveImage: 'never' },
  }
  await send(server, 'POST', `/api/stacks/${stack}/deployment`, deployment, await cookieOf(page))
  const service = `${stack}_web`
  const change = ['--label-add', 'team=blue', '--env-add', 'PASSWORD=by-hand', '--replicas', '2']
  await docker(['service', 'update', '--detach', ...change, service])

  await page.goto(`${server.url}/stacks/${stack}?tab=drift`)
  const fields = page.getByRole('list', { name: 'Fields' })
  const field = (name: string) => fields.getByRole('listitem').filter({ hasText: name })
  await expect(fields.getByRole('listitem')).toHaveCount(3)
  await expect(field('environment.PASSWORD')).toContainText('another value (not shown)')
  await page.getByRole('button', { name: 'Show the value' }).click()
  await expect(field('environment.PASSWORD')).toContainText('by-hand')

  // Let be: the stack is in sync but for that, and it can be taken back.
  await page.getByRole('button', { name: /^Leave it be: deploy\.labels\.team/ }).click()
  await expect(field('deploy.labels.team')).toContainText('let be by Ann Admin')
  await page.getByRole('button', { name: 'Count it again: deploy.labels.team as drift' }).click()
  await expect(page.getByRole('button', { name: /^Leave it be: deploy\.labels\.team/ })).toBeVisible()
  await page.getByRole('button', { name: /^Leave it be: deploy\.labels\.team/ }).click()

  // Put back, alone, and undone.
  await page.getByRole('button', { name: 'Put back… the file’s value of environment.PASSWORD' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Put environment.PASSWORD back' }).click()
  await untilConverged(dialog)
  const spec = '{{.Spec.TaskTemplate.ContainerSpec.Env}} {{.Spec.Labels.team}} {{.Spec.Mode.Replicated.Replicas}}'
  const now = () => docker(['service', 'inspect', service, '--format', spec])
  expect(await now()).toBe('[PASSWORD=from-the-file] blue 2')
  await dialog.getByRole('link', { name: 'All details' }).click()
  // The dialog has the same button until it goes.
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Undo…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply the undo' }).click()
  await expect.poll(now, { timeout: 90_000 }).toBe('[PASSWORD=by-hand] blue 2')
  // The stack is the undo's as long as it runs.
  await expect(page.getByText('Done: every task runs as asked')).toHaveCount(2, { timeout: 90_000 })

  // Taken into the file, with its comment; the plan says that it would reset what is let be.
  await page.goto(`${server.url}/stacks/${stack}?tab=drift`)
  await page.getByRole('link', { name: 'Take into the file: the live value of deploy.replicas' }).click()
  await expect(page.getByRole('textbox', { name: /^Content of / })).toContainText('replicas: 2', { timeout: 45_000 })
  await expect(page.getByRole('textbox', { name: /^Content of / })).toContainText('# kept')
  await expect(planOf(page).getByText('This would reset deploy.labels.team, which Ann Admin let be')).toBeVisible()

  // Removed, and deployed again from the page of the removal.
  await page.goto(`${server.url}/stacks/${stack}`)
  await page.getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByLabel(`Type ${stack} to confirm`).fill(stack)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove / })
    .click()
  await untilConverged(page)
  await page.getByRole('button', { name: 'Deploy revision 1 again…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Deploy again: create 1 service/ })
    .click()
  // The page of the removal says that it is done, too.
  await expect(page.getByRole('heading', { name: `Deploy stack ${stack} again` })).toBeVisible()
  await untilConverged(page)
  expect(await now()).toBe('[PASSWORD=from-the-file] red 1')
})

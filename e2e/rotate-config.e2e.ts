import { deployStack, docker, removeStack } from './support/docker'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'
import { referenceOf } from './support/references'
import { stackFile } from './support/stacks'

test('a config is rotated in the services of two stacks, and put back', async ({ adminPage: page, server, stack }) => {
  // Two rollouts, there and back.
  const config = `${stack}_settings`
  await docker(['config', 'create', config, '-'], '{\n  "colour": "grey"\n}\n')
  const other = `${stack}other`
  await deployStack(stack, stackFile({ web: { config, replicas: 2 } }))
  await deployStack(other, stackFile({ worker: { config } }))

  await page.goto(`${server.url}/configs/${config}`)
  await page.getByRole('link', { name: 'Rotate' }).click()
  await expect(page.getByText('2 of 2 services chosen')).toBeVisible()
  const editor = page.getByRole('textbox', { name: 'New content' })
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('{\n  "colour": "honey"\n}\n')
  await expect(page.getByRole('main')).toContainText('1 line added, 1 line removed')

  await page.getByRole('button', { name: `Create ${config}_v2 and restart 2 services` }).click()
  await untilConverged(page)
  expect(await referenceOf('config', `${stack}_web`)).toBe(`${config}_v2`)
  expect(await referenceOf('config', `${other}_worker`)).toBe(`${config}_v2`)
  expect(await docker(['config', 'inspect', `${config}_v2`, '--format', '{{json .Spec.Data}}'])).toBe(
    JSON.stringify(Buffer.from('{\n  "colour": "honey"\n}\n').toString('base64')),
  )

  await page.getByRole('button', { name: /^Undo/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Put ${config} back in 2 services` })
    .click()
  await expect.poll(() => referenceOf('config', `${stack}_web`), { timeout: 90_000 }).toBe(config)
  await expect.poll(() => referenceOf('config', `${other}_worker`), { timeout: 90_000 }).toBe(config)
  // The successor stays while a rollback could need it.
  expect(await docker(['config', 'ls', '--format', '{{.Name}}'])).toContain(`${config}_v2`)
  await removeStack(other)
})

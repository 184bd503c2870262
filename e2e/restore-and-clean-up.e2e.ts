import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'
import { referencesOf, versionsOf } from './support/references'
import { stackFile } from './support/stacks'

test('an earlier version is gone back to, and old ones go when nothing needs them', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const config = `${stack}_settings`
  const versions = [config, `${config}_v2`, `${config}_v3`, `${config}_v4`]
  for (const [index, name] of versions.entries()) {
    await docker(['config', 'create', name, '-'], `{"port": ${8000 + index}, "tls": true}\n`)
  }
  await deployStack(stack, stackFile({ api: { config: `${config}_v4` }, web: { config: `${config}_v4` } }))
  const services = [`${stack}_api`, `${stack}_web`]

  // Two versions are compared by their values.
  await page.goto(`${server.url}/configs/${config}_v4?tab=compare&with=${config}_v2`)
  await expect(page.getByLabel('1 value differs')).toContainText('port')
  await expect(page.getByRole('deletion')).toHaveText('8001')
  await expect(page.getByRole('insertion')).toHaveText('8003')

  // Back to the second version, without making one.
  await page.goto(`${server.url}/configs/${config}_v4?tab=versions`)
  await page
    .getByRole('row', { name: new RegExp(`${config}_v2`) })
    .getByRole('button', { name: 'Go back to this version…' })
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Point 2 services at ${config}_v2` })
    .click()
  await expect(page.getByText(`Verified: all 2 services converged on ${config}_v2`)).toBeVisible({ timeout: 90_000 })
  expect(await referencesOf('config', services)).toEqual([`${config}_v2`, `${config}_v2`])
  expect(await versionsOf('config', config)).toEqual(versions)

  // What a rollback needs is not removed, and the page says why; neither can the API be made to.
  await page.goto(`${server.url}/configs/${config}_v4`)
  const remove = page.getByRole('button', { name: 'Remove…' })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await expect(remove).toHaveAccessibleDescription(/would need it for a rollback/)
  const refused = await page.request.post(`${server.url}/api/configs/${config}_v4/plan`, {
    data: {},
    headers: { origin: server.url, 'sec-fetch-site': 'same-origin' },
  })
  expect(await refused.json()).toMatchObject({ code: 'still_in_use' })

  // The clean-up leaves it, and takes what nothing needs.
  await page.goto(`${server.url}/clean-up?keep=1&kind=config`)
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(row(config)).toContainText('will be removed')
  await expect(row(`${config}_v2`)).toContainText(`Used by ${services.join(', ')}.`)
  await expect(row(`${config}_v3`)).toContainText('will be removed')
  await expect(row(`${config}_v4`)).toContainText('would need it for a rollback')
  await page.getByRole('button', { name: 'Remove 2 versions…' }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Remove 2 versions for good' })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel('Type 2 to confirm').fill('2')
  await confirm.click()
  await untilConverged(page)
  expect(await versionsOf('config', config)).toEqual([`${config}_v2`, `${config}_v4`])

  // The way back from the restoring still works.
  await page.goto(`${server.url}/operations`)
  await page.getByRole('link', { name: new RegExp(`Restore version ${config}_v2`) }).click()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Put ${config}_v4 back in 2 services` })
    .click()
  await expect
    .poll(() => referencesOf('config', services), { timeout: 90_000 })
    .toEqual([`${config}_v4`, `${config}_v4`])
})

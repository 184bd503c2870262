import { admin, expect, send, test } from './support/journey'

test('the first admin is made with the printed link, once, and nobody else gets in', async ({ page, newServer }) => {
  const server = newServer
  const link = server.setUpLink()
  expect(link).toContain('/set-up#')

  await page.goto(`${server.url}/stacks`)
  await expect(page).toHaveURL(/\/set-up/)
  await expect(page.getByLabel('Set-up code')).toBeVisible()
  await expect(send(server, 'POST', '/api/set-up', { token: 'guessed', ...admin })).rejects.toThrow('403')

  await page.goto(link)
  // The code is taken out of the address, so that it is in no history and on no screenshot.
  await expect(page).toHaveURL(/\/set-up$/)
  await page.getByLabel('Your name').fill(admin.name)
  await page.getByLabel('Username').fill(admin.username)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create the first admin' }).click()
  await expect(page.getByText('A password needs at least 8 characters')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue(admin.name)

  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Create the first admin' }).click()
  await expect(page.getByRole('heading', { name: 'Stacks' })).toBeVisible()

  const token = link.split('#')[1]
  await expect(send(server, 'POST', '/api/set-up', { token, ...admin, username: 'eve' })).rejects.toThrow('403')
  expect((await fetch(`${server.url}/api/users`)).status).toBe(401)
})

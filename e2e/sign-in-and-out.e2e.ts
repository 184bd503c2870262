import { admin, expect, signIn, test } from './support/journey'

test('a person signs in, lands where he was going, and leaves nothing behind', async ({ page, server }) => {
  await page.goto(`${server.url}/nodes`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('Username').fill(admin.username)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('Username')).toHaveValue(admin.username)

  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${server.url}/nodes`)
  await expect(page.getByRole('heading', { name: 'Nodes' })).toBeVisible()

  // Until the page has come to life, a click opens nothing.
  const signOut = page.getByRole('menuitem', { name: 'Sign out' })
  await expect(async () => {
    await page.getByRole('button', { name: /account and appearance/ }).click()
    await expect(signOut).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await signOut.click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await page.request.get(`${server.url}/api/users`)).status()).toBe(401)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Nodes' })).toBeHidden()
})

test('a viewer sees the swarm, but neither contents nor a way to change anything', async ({
  openPage,
  adminPage,
  server,
}) => {
  await adminPage.goto(`${server.url}/settings/users`)
  await adminPage.getByRole('button', { name: 'Add a user' }).first().click()
  const dialog = adminPage.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Vic Viewer')
  await dialog.getByLabel('Username').fill('vic')
  await dialog.getByLabel('Password', { exact: true }).fill('rain on a tin roof')
  await dialog.getByRole('button', { name: /^Add / }).click()
  await expect(dialog).toBeHidden()
  await expect(adminPage.getByText('Vic Viewer')).toBeVisible()

  const page = await openPage()
  await signIn(page, server, { username: 'vic', password: 'rain on a tin roof' })
  expect((await page.request.get(`${server.url}/api/users`)).status()).toBe(403)
  expect((await page.request.get(`${server.url}/api/activity`)).status()).toBe(403)
})

import { docker } from './support/docker'
import { expect, test } from './support/journey'

const familyOf = (secret: string) =>
  docker(['secret', 'inspect', secret, '--format', '{{index .Spec.Labels "io.skep.family"}}'])

test('a person says once that two secrets are versions of one thing, which the swarm remembers, and takes it back', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const [first, second, service] = [`${stack}_pass`, `${stack}_credentials`, `${stack}_lonely`]
  for (const secret of [first, second]) await docker(['secret', 'create', secret, '-'], 'value')
  const at = (secret: string) => `source=${secret},target=login`
  const quiet = ['--detach', '--no-resolve-image']
  await docker(['service', 'create', ...quiet, '--name', service, '--secret', at(first), 'skep/stand-in:1'])
  try {
    await docker(['service', 'update', ...quiet, '--secret-rm', first, '--secret-add', at(second), service])

    await page.goto(`${server.url}/secrets?q=${stack}`)
    await expect(page.getByText(/^2 secrets may be versions of one thing/)).toBeVisible()
    await page.getByRole('button', { name: 'Look at them' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(
      `${service} has ${second} at /run/secrets/login now, where it had ${first} before.`,
    )
    await dialog.getByRole('button', { name: 'Versions of one thing' }).click()
    await expect(dialog.getByText('Converged')).toBeVisible()
    expect(await Promise.all([first, second].map(familyOf))).toEqual([second, second])
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByText('may be versions of one thing')).toHaveCount(0)
    await expect(page.getByRole('row').filter({ hasText: second })).toContainText('2 versions')

    await page.goto(`${server.url}/operations`)
    await page.getByRole('link', { name: `Note that ${first}, ${second} are versions of ${second}` }).click()
    await page.getByRole('button', { name: /^Undo/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Apply the undo' }).click()
    await expect.poll(() => familyOf(first)).toBe('')
  } finally {
    await docker(['service', 'rm', service])
  }
})

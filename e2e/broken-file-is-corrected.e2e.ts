import { docker } from './support/docker'
import { deploy, openEditor, planOf, writeFile } from './support/editor'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'

/** Limits stand outside of `deploy`, where the CLI refuses them: a mistake that even textbooks make. */
const broken = `services:
  web:
    image: skep/stand-in:1
    resources:
      limits:
        memory: 64M
    deploy:
      update_config: {monitor: 1s}
`

test('a mistake is shown at its line, corrected with one click, and the file deployed', async ({
  adminPage: page,
  server,
  stack,
}) => {
  await openEditor(page, server, null)
  await page.getByLabel('Name of the stack').fill(stack)
  await writeFile(page, broken)
  const findings = page.getByRole('region', { name: 'What there is to say about the files' })
  await expect(findings.getByRole('button', { name: 'compose.yaml:4:5' })).toBeVisible()
  await expect(page.locator('.cm-lintRange-error')).toHaveText(/^resources/)
  await expect(planOf(page).getByRole('button', { name: /^Deploy/ })).toHaveAttribute('aria-disabled', 'true')

  await findings.getByRole('button', { name: 'Correct', exact: true }).click()
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Content of compose.yaml' })).toContainText('memory: 64M')
  await deploy(page, /^Deploy: create 1 service/)
  await untilConverged(page)
  const limit = '{{.Spec.TaskTemplate.Resources.Limits.MemoryBytes}}'
  expect(await docker(['service', 'inspect', `${stack}_web`, '--format', limit])).toBe(String(64 * 1024 * 1024))
})

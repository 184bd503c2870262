import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deployStack, docker, removeStack } from './support/docker'
import { deploy, openEditor, planOf, writeFile } from './support/editor'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'
import { referencesOf } from './support/references'

const file = (config: string) => `# Runs since spring.
services:
  web: # the window
    image: skep/stand-in:1
    configs:
      - {source: settings, target: /run/config} # by design
    deploy: {update_config: {monitor: 1s, order: start-first}, restart_policy: {delay: 1s}}
configs:
  settings: # kept by ops
    external: true
    name: ${config} # keep in step
`

test('after a rotation the files are true: a revision for one stack, a patch for the other, and a warning for old files', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const [config, other] = [`${stack}_settings`, `${stack}cli`]
  const old = file(config)
  const next = old.replace(`name: ${config} #`, `name: ${config}_v2 #`)
  await docker(['config', 'create', config, '-'], 'colour: grey\n')
  await deployStack(other, old)
  await openEditor(page, server, null)
  await page.getByLabel('Name of the stack').fill(stack)
  await writeFile(page, old)
  await deploy(page, /^Deploy: create 1 service/)
  await untilConverged(page)

  await test.step('the plan says what both files will say', async () => {
    await page.goto(`${server.url}/configs/${config}/rotate`)
    await page.getByRole('textbox', { name: 'New content' }).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('colour: honey\n')
    const files = page.getByRole('region', { name: 'What the stack files will say' })
    await expect(files.getByRole('listitem')).toHaveCount(2)
    await expect(files).toContainText('Skep keeps the changed file as the next revision.')
    await expect(files).toContainText('Its file lives elsewhere')
    await expect(files.getByText(`name: ${config}_v2 # keep in step`).first()).toBeVisible()
    await page.getByRole('button', { name: new RegExp(`${config}_v2 and restart 2 services`) }).click()
    await untilConverged(page)
    expect(await referencesOf('config', [`${stack}_web`, `${other}_web`])).toEqual([`${config}_v2`, `${config}_v2`])
  })

  const folder = mkdtempSync(join(tmpdir(), 'skep-patch-'))
  await test.step('the stored file is a new revision; for the other there is a patch that fits the file that a person has', async () => {
    const files = page.getByRole('region', { name: 'The stack files' })
    await expect(files.getByRole('link', { name: 'revision 2' })).toBeVisible()
    await expect(files).toContainText(`does not name ${config}_v2 yet`)
    await files.getByRole('button', { name: 'Show the patch' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('figure', { name: 'The patch' })).toContainText(`+    name: ${config}_v2`)
    await dialog.getByRole('button', { name: 'Use your own file' }).click()
    await dialog.getByLabel('Your Compose file').fill(old)
    await dialog.getByRole('button', { name: 'Make the patch' }).click()
    await expect(dialog.getByRole('figure', { name: 'The patch' })).toContainText('# keep in step')
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download it' }).click()
    await (await download).saveAs(join(folder, 'skep.patch'))
    writeFileSync(join(folder, 'compose.yaml'), old)
    execFileSync('git', ['apply', 'skep.patch'], { cwd: folder })
    expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toBe(next)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('the stored file has every comment, plans to nothing, and the old one is caught and corrected', async () => {
    await openEditor(page, server, stack)
    expect((await page.locator('.cm-line').allTextContents()).join('\n')).toBe(next)
    await expect(planOf(page).getByText(/^Nothing to do/)).toBeVisible()
    await writeFile(page, old)
    const finding = page
      .getByRole('region', { name: 'What there is to say about the files' })
      .getByRole('listitem')
      .filter({ hasText: `This would put back ${config}: ${config}_v2 has taken` })
    await expect(finding).toBeVisible()
    await expect(
      planOf(page)
        .getByText(/This would put back/)
        .first(),
    ).toBeVisible()
    await finding.getByRole('button', { name: 'Correct' }).click()
    await expect(planOf(page).getByText(/^Nothing to do/)).toBeVisible()
    expect((await page.locator('.cm-line').allTextContents()).join('\n')).toBe(next)
  })

  await test.step('a pipeline with the old file is told, too', async () => {
    const dataBase64 = Buffer.from(old).toString('base64')
    const planned = await page.request.post(`${server.url}/api/stacks/${other}/deployment`, {
      headers: { origin: server.url },
      data: { files: [{ name: 'compose.yaml', dataBase64 }], composeFiles: ['compose.yaml'], plan: 'only' },
    })
    const { outcome, findings } = await planned.json()
    expect(outcome).toBe('planned')
    expect(findings).toContainEqual(
      expect.objectContaining({
        ...{ code: 'names_earlier_version', severity: 'warning', line: 11 },
        text: `This would put back ${config}: ${config}_v2 has taken its place since`,
      }),
    )
  })

  await test.step('the stack is marked until a deployment brings the new name', async () => {
    await page.goto(`${server.url}/stacks/${other}`)
    const mark = page.getByRole('region', { name: 'The stack’s file still names the predecessor' })
    await expect(mark).toContainText(`${config} → ${config}_v2`)
    await page.goto(`${server.url}/stacks`)
    await expect(page.getByRole('row', { name: other }).getByText('File behind')).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(`^${stack} `) }).getByText('In sync')).toBeVisible()
    await page.goto(`${server.url}/stacks/${other}`)
    await expect(mark).toBeVisible()
    await deployStack(other, next)
    await expect(mark).toBeHidden()
  })
  rmSync(folder, { recursive: true })
  await removeStack(other)
})

import { docker } from './support/docker'
import { deploy, openEditor, planOf, writeFile } from './support/editor'
import { expect, test } from './support/journey'
import { lesson } from './support/lesson'
import { untilConverged } from './support/progress'

const inspect = (service: string, format: string) => docker(['service', 'inspect', service, '--format', format])

test('a stack grows from one service to six versions, each deployed from the editor', async ({
  adminPage: page,
  server,
  stack,
}) => {
  test.setTimeout(300_000)
  const [config, secret] = [`${stack}_notes-config`, `${stack}_notes-secret`]
  const [v1 = '', v2 = '', v3 = '', v4 = '', v5 = '', v6 = ''] = lesson({ config, secret })
  const [web, db] = [`${stack}_notes-web`, `${stack}_notes-db`]
  const plan = planOf(page)
  const dialog = page.getByRole('dialog')

  await test.step('v1: a Compose file alone deploys an application', async () => {
    await openEditor(page, server, null)
    await page.getByLabel('Name of the stack').fill(stack)
    await writeFile(page, v1)
    await expect(plan.getByText(web)).toBeVisible()
    await deploy(page, /^Deploy: create 1 service/)
    await untilConverged(page)
    expect(await inspect(web, '{{.Spec.Mode.Replicated.Replicas}}')).toBe('1')
  })

  await test.step('v2: replicas and limits; the plan says that tasks restart', async () => {
    await openEditor(page, server, stack)
    await writeFile(page, v2)
    await expect(plan.getByText(/restarts 1 task/i)).toBeVisible()
    await deploy(page, /^Deploy: restart 1 service/)
    await untilConverged(page)
    const limits =
      '{{.Spec.TaskTemplate.Resources.Limits.NanoCPUs}} {{.Spec.TaskTemplate.Resources.Limits.MemoryBytes}}'
    expect(await inspect(web, limits)).toBe('500000000 104857600')
  })

  await test.step('v3: the config that the file expects is made on the spot', async () => {
    await openEditor(page, server, stack)
    await writeFile(page, v3)
    await plan.getByRole('button', { name: `Create config ${config}…` }).click()
    await dialog.getByLabel('Content').fill('{"title": "Notes"}')
    await dialog.getByRole('button', { name: `Create config ${config}` }).click()
    await deploy(page, /^Deploy: .*create 1/)
    await untilConverged(page)
    expect(await inspect(web, '{{(index .Spec.TaskTemplate.ContainerSpec.Configs 0).ConfigName}}')).toBe(config)
    expect(await docker(['network', 'ls', '--format', '{{.Name}}'])).toContain(`${stack}_app-net`)
  })

  await test.step('v4: and so is the secret', async () => {
    await openEditor(page, server, stack)
    await writeFile(page, v4)
    await plan.getByRole('button', { name: `Create secret ${secret}…` }).click()
    await dialog.getByLabel('New value').fill('{"password": "wax"}')
    await dialog.getByRole('button', { name: `Create secret ${secret}` }).click()
    await deploy(page, /^Deploy: restart 1 service/)
    await untilConverged(page)
    expect(await inspect(web, '{{(index .Spec.TaskTemplate.ContainerSpec.Secrets 0).SecretName}}')).toBe(secret)
  })

  await test.step('v5: a volume that needs its node; the plan says that no node has the label yet', async () => {
    await openEditor(page, server, stack)
    await writeFile(page, v5)
    await expect(plan.getByText(/No node can run it/)).toBeVisible()
    await docker(['node', 'update', '--label-add', 'storage=ssd', 'node3'])
    await writeFile(page, `${v5}# labelled\n`)
    await expect(plan.getByText(/No node can run it/)).toBeHidden()
    await deploy(page, /^Deploy: restart 1 service/)
    await untilConverged(page)
    const nodes = await docker(['service', 'ps', db, '--filter', 'desired-state=running', '--format', '{{.Node}}'])
    expect(nodes).toBe('node3')
  })

  await test.step('v6: another image; what did not change is not touched', async () => {
    const before = await inspect(web, '{{.Version.Index}}')
    await openEditor(page, server, stack)
    await writeFile(page, v6)
    await plan.getByRole('button', { name: '1 service stays as it is' }).click()
    await expect(plan.getByRole('listitem').filter({ hasText: web })).toContainText('unchanged')
    await deploy(page, /^Deploy: restart 1 service/)
    await untilConverged(page)
    expect(await inspect(db, '{{.Spec.TaskTemplate.ContainerSpec.Image}}')).toBe('skep/stand-in:2')
    expect(await inspect(web, '{{.Version.Index}}')).toBe(before)
  })

  await page.goto(`${server.url}/stacks/${stack}?tab=revisions`)
  await expect(page.getByText('6 revisions')).toBeVisible()
  await expect(page.getByRole('main').getByText('Converged')).toHaveCount(6)
  await docker(['node', 'update', '--label-rm', 'storage', 'node3'])
})

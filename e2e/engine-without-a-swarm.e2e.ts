import { askEngine } from '@/scripts/sandbox/machine/engine-api.mjs'
import { downSandbox, readSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'
import { expect, setUp, signIn, test } from './support/journey'
import { sandboxName } from './support/sandbox'

test('an engine that cannot be reached and one that is a worker are told, with what to do', async ({
  page,
  startServer,
}) => {
  const worker = readSandbox(sandboxName)?.nodes.find(({ role }) => role === 'worker')
  for (const [dockerHost, title, hint] of [
    ['unix:///nonexistent/docker.sock', 'Docker cannot be reached', 'Check that the engine is running'],
    [`unix://${worker?.socket}`, 'This node is a worker', 'Connect Skep to a manager'],
  ] as const) {
    const server = await startServer(dockerHost)
    await setUp(server)
    await signIn(page, server)
    const alert = page.getByRole('alert').filter({ hasText: title })
    await expect(alert).toContainText(hint)
    await page.goto(`${server.url}/nodes`)
    await expect(alert).toBeVisible()
  }
})

test('on an engine without a swarm the admin initialises one', async ({ page, startServer }) => {
  const alone = `${sandboxName}-one`
  const sandbox = await upSandbox({ name: alone, nodes: 1 })
  const [node] = sandbox.nodes
  if (!node) throw new Error('a sandbox without nodes')
  try {
    await askEngine(node.socket, 'POST', '/swarm/leave?force=true')
    const server = await startServer(sandbox.dockerHost)
    await setUp(server)
    await signIn(page, server)
    await expect(page.getByRole('alert').filter({ hasText: 'This Docker engine is in no swarm' })).toBeVisible()
    await page.getByRole('button', { name: 'Initialise a swarm here' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Advertised address').fill(node.address)
    await expect(dialog).toContainText('first manager of a new swarm')
    await dialog.getByRole('button', { name: 'Initialise a swarm here' }).click()

    await expect(page.getByLabel('State of the swarm')).toContainText('Live')
    await page.goto(`${server.url}/nodes`)
    await expect(page.getByRole('row').filter({ hasText: node.name })).toContainText('leader')
    const { Swarm } = await askEngine<{ Swarm: { ControlAvailable: boolean } }>(node.socket, 'GET', '/info')
    expect(Swarm.ControlAvailable).toBe(true)
  } finally {
    await downSandbox(alone)
  }
})

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './support/journey'

const file = (environment = '{TAG: "$TAG"}') => `services:
  web:
    image: skep/stand-in:1
    environment: ${environment}
    configs: [{source: site, target: /etc/site.conf}]
    deploy: {update_config: {monitor: 1s}, restart_policy: {delay: 1s}}
configs:
  site: {file: ./conf/site.conf}
`

type Job = { code: number; output: string }

/** A job of a pipeline: a command, run in the folder of its checkout. */
function job(folder: string, command: string, token: string): Promise<Job> {
  const env = { ...process.env, SKEP_TOKEN: token, TAG: '1.2' }
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd: folder, env }, (error, output) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output })
    })
  })
}

test('a pipeline plans, deploys and learns the truth, with a token that is made and revoked in the browser', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'skep-checkout-'))
  writeFileSync(join(folder, 'stack.yml'), file())
  writeFileSync(join(folder, 'site.conf'), 'server {}')
  writeFileSync(join(folder, '.env'), 'TAG=1.1\n')

  await page.goto(`${server.url}/settings/tokens`)
  await page.getByRole('button', { name: 'Make a token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('pipeline')
  await dialog.getByRole('button', { name: 'Make the token' }).click()
  const token = await dialog.getByLabel('The token').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('cell', { name: /pipeline/ })).toBeVisible()

  const url = `${server.url}/api/stacks/${stack}/deployment`
  const curl = (...fields: string[]) =>
    job(
      folder,
      `curl --silent --fail-with-body -H "Authorization: Bearer $SKEP_TOKEN" -F compose=@stack.yml -F file=@site.conf ${fields.join(' ')} ${url}`,
      token,
    )

  const planned = await curl('-F env=@.env', '-F plan=only')
  expect([planned.code, JSON.parse(planned.output).outcome]).toEqual([0, 'planned'])
  const { planDigest } = JSON.parse(planned.output)
  const deployed = await curl('-F env=@.env', '-F "reason=release 1.1"', `-F expectPlan=${planDigest}`)
  expect([deployed.code, JSON.parse(deployed.output)]).toMatchObject([0, { outcome: 'converged', revision: 1 }])

  await page.goto(`${server.url}/stacks/${stack}?tab=revisions`)
  const revision = page.getByRole('row', { name: /release 1\.1/ })
  await expect(revision).toContainText('Ann Admin · pipeline')
  await expect(revision).toContainText('Converged')

  await page.goto(`${server.url}/stacks/${stack}?tab=file`)
  await page.getByRole('button', { name: 'From CI' }).click()
  const command = await page.getByRole('dialog').getByRole('region', { name: 'The command' }).textContent()
  // It has the path that the stack gives the file, and TAG comes from the job's environment: 1.2.
  const copied = await job(folder, `mkdir -p conf && cp site.conf conf/ && ${command}`, token)
  expect([copied.code, JSON.parse(copied.output)]).toMatchObject([0, { outcome: 'converged', revision: 2 }])

  writeFileSync(join(folder, 'stack.yml'), file().replace('deploy:', 'deplyo:'))
  const refused = await curl('-H "Accept: text/plain"', '-F env=@.env')
  expect(refused.code).toBe(22)
  expect(refused.output).toMatch(/^stack\.yml:6:5: error: /)

  writeFileSync(join(folder, 'stack.yml'), file('{EXIT_AFTER: "0"}'))
  const failed = await curl('-F onFailure=undo')
  expect([failed.code, JSON.parse(failed.output).outcome]).toEqual([22, 'rolled_back'])
  expect(JSON.parse(failed.output).services[0].reason.text).toMatch(/non-zero exit/)

  await page.goto(`${server.url}/settings/tokens`)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await dialog.getByRole('button', { name: 'Revoke pipeline' }).click()
  await expect(page.getByText('No token yet')).toBeVisible()
  const late = await curl('-F env=@.env')
  expect([late.code, JSON.parse(late.output).code]).toEqual([22, 'token_refused'])
  expect(server.output()).not.toContain(token)
  rmSync(folder, { recursive: true })
})

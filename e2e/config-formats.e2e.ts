import { readFile } from 'node:fs/promises'
import { docker } from './support/docker'
import { expect, test } from './support/journey'

const contents: Record<string, string> = {
  json: '{"title":"To do","limits":{"items":250}}',
  yaml: 'title: To do\nlimits:\n  items: 250\n',
  toml: 'title = "To do"\n[limits]\nitems = 250\n',
  ini: '; the list\n[limits]\nitems=250\n',
  xml: '<?xml version="1.0"?>\n<list><title>To do</title></list>\n',
  text: 'Remember the milk.\n',
}

test('each format of config is shown in its own form, and binary as bytes', async ({
  adminPage: page,
  server,
  stack,
}) => {
  for (const [format, content] of Object.entries(contents))
    await docker(['config', 'create', `${stack}_${format}`, '-'], content)
  const bytes = Buffer.from([0, 1, 2, 0xff, 0xfe, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])
  await docker(['config', 'create', `${stack}_binary`, '-'], bytes)

  await page.goto(`${server.url}/configs`)
  for (const format of [...Object.keys(contents), 'binary']) {
    const row = page.getByRole('row').filter({ hasText: `${stack}_${format}` })
    await expect(row).toContainText(new RegExp(format, 'i'))
  }

  for (const format of Object.keys(contents)) {
    await page.goto(`${server.url}/configs/${stack}_${format}`)
    await expect(page.getByRole('main')).toContainText(format === 'text' ? 'Remember the milk.' : /To do|items/)
  }

  await page.goto(`${server.url}/configs/${stack}_binary`)
  await expect(page.getByRole('main')).toContainText('ff fe 89')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ])
  expect(await readFile(await download.path())).toEqual(bytes)
})

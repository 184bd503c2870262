import { expect, test } from 'vitest'
import type { Moved } from '@/lib/contract/stack-files'
import { filesAfter } from '@/lib/deploy/naming/files-after'

const move = (...services: string[]): Moved[] =>
  services.map((serviceName) => ({
    kind: 'config',
    serviceName: `shop_${serviceName}`,
    from: 'settings',
    to: 'settings',
    into: 'secret',
  }))

function moved(text: string, moves: Moved[], stack = 'shop'): string | null {
  const bytes = Buffer.from(text)
  const after = filesAfter({
    stack: {
      ...{ stack, apiVersion: '1.41', composeFiles: ['a.yaml'], variables: {} },
      files: [
        { name: 'a.yaml', sizeBytes: bytes.length, dataBase64: bytes.toString('base64') },
        { name: 'app.conf', sizeBytes: 1, dataBase64: 'Cg==' },
      ],
    },
    services: new Map(),
    moved: moves,
    contents: new Map(),
  })
  if (!after) return null
  return 'problem' in after ? after.problem : Buffer.from(after.files[0]?.dataBase64 ?? '', 'base64').toString()
}

test('the only config of a service becomes its secret, in place, comments and all', () => {
  expect(
    moved(
      `services:
  web: # the window
    image: web:1
    configs: # given at start
      - source: settings # as before
        target: /app.conf
        mode: 0400
configs:
  settings: {external: true}
`,
      move('web'),
    ),
  ).toMatchInlineSnapshot(`
    "services:
      web: # the window
        image: web:1
        secrets: # given at start
          - source: settings # as before
            target: /app.conf
            mode: 0400
    secrets:
      settings:
        external: true
    "
  `)
})

test('others stay, a bare target becomes the path that it stood for, and what others use is kept', () => {
  expect(
    moved(
      `services:
  web:
    image: web:1
    configs:
      - other
      - settings
    secrets: [key]
  api:
    image: api:1
    configs: [settings]
configs:
  other: {external: true}
  settings: # by ops
    external: true
secrets:
  key:
    external: true
`,
      move('web'),
    ),
  ).toMatchInlineSnapshot(`
    "services:
      web:
        image: web:1
        configs:
          - other
        secrets: [{ source: settings, target: /settings }, key]
      api:
        image: api:1
        configs: [settings]
    configs:
      other: {external: true}
      settings: # by ops
        external: true
    secrets:
      settings:
        external: true
      key:
        external: true
    "
  `)
})

test('a config of the stack is no more in its file', () => {
  const own = move('web').map((one) => ({ ...one, from: 'shop_settings', to: 'shop_settings' }))
  expect(
    moved(
      `services:
  web: {image: "web:1", configs: [other, settings], environment: {A: b}}
configs: {other: {external: true}, settings: {file: app.conf}}
secrets: {key: {external: true}}
`,
      own,
    ),
  ).toMatchInlineSnapshot(`
    "services:
      web: {image: "web:1", secrets: [{ source: shop_settings, target: /settings }], configs: [other], environment: {A: b}}
    configs: {other: {external: true}}
    secrets: {shop_settings: { external: true }, key: {external: true}}
    "
  `)
})

test('a file that says so already is left alone; one that cannot be followed is left to a person', () => {
  const done =
    'services:\n  web: {image: "web:1", secrets: [{source: settings, target: /s}]}\nsecrets:\n  settings: {external: true}\n'
  expect(moved(done, move('web'))).toBeNull()
  const alias = `x-c: &c [settings]
services:
  web: {image: "web:1", configs: *c}
  api: {image: "api:1", configs: *c}
configs:
  settings: {external: true}
`
  expect(moved(alias, move('web'))).toBe('not_readable')
})

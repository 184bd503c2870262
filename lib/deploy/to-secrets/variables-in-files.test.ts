import { expect, test } from 'vitest'
import type { Moved } from '@/lib/contract/stack-files'
import { changedLines } from '@/lib/deploy/naming/changed-lines'
import { filesAfter } from '@/lib/deploy/naming/files-after'

const moved: Moved = {
  ...{ kind: 'secret', serviceName: 'shop_db', from: 'DB_PASSWORD', to: 'shop_db_password' },
  variable: { fileName: 'DB_PASSWORD_FILE', target: '/run/secrets/shop_db_password', isBack: false },
}

function after(text: string, change: Moved = moved) {
  const bytes = Buffer.from(text)
  return filesAfter({
    stack: {
      ...{ stack: 'shop', apiVersion: '1.41', composeFiles: ['a.yaml'], variables: { PW: 'hunter2' } },
      files: [{ name: 'a.yaml', sizeBytes: bytes.length, dataBase64: bytes.toString('base64') }],
    },
    services: new Map(),
    moved: [change],
    contents: new Map(),
  })
}

function textAfter(text: string, change?: Moved): string | null {
  const made = after(text, change)
  if (!made) return null
  return 'problem' in made ? made.problem : Buffer.from(made.files[0]?.dataBase64 ?? '', 'base64').toString()
}

const mapped = `services:
  db:
    image: postgres:16
    environment:
      # for the app
      DB_PASSWORD: "hunter2" # change me
      MODE: fast
`

test('the variable gives way to one that names the file, comments and all', () => {
  expect(textAfter(mapped)).toMatchInlineSnapshot(`
    "services:
      db:
        image: postgres:16
        secrets:
          - shop_db_password
        environment:
          # for the app
          DB_PASSWORD_FILE: /run/secrets/shop_db_password # change me
          MODE: fast
    secrets:
      shop_db_password:
        external: true
    "
  `)
})

test('in a list, and from a variable of the shell; the secret joins those that are there', () => {
  const listed = `services:
  db:
    image: postgres:16
    environment: [MODE=fast, "DB_PASSWORD=\${PW}"]
    secrets:
      - other
secrets:
  other: {external: true}
`
  expect(textAfter(listed)).toMatchInlineSnapshot(`
    "services:
      db:
        image: postgres:16
        environment: [MODE=fast, "DB_PASSWORD_FILE=/run/secrets/shop_db_password"]
        secrets:
          - shop_db_password
          - other
    secrets:
      shop_db_password:
        external: true
      other: {external: true}
    "
  `)
})

test('the value is not in what is shown beforehand', () => {
  const made = after(mapped)
  if (!made || 'problem' in made) throw new Error('it is not moved')
  const [file] = made.before.loaded.files
  if (!file) throw new Error('there is no file')
  const lines = changedLines(file.source, made.naming.edits, made.naming.masked)
  expect(JSON.stringify(lines)).not.toContain('hunter2')
  expect(lines).toContainEqual({ line: 6, before: 'DB_PASSWORD', after: 'DB_PASSWORD_FILE' })
})

test('a file that says so already is left alone, and one without the variable is left to a person', () => {
  const done = 'services: {db: {image: x, environment: {DB_PASSWORD_FILE: /run/secrets/shop_db_password}}}'
  expect(textAfter(done)).toBeNull()
  const anchored = `x-e: &e {DB_PASSWORD: hunter2}\nservices:\n  db: {image: x, environment: *e}\n  api: {image: x, environment: *e}\n`
  expect(textAfter(anchored)).toBe('not_readable')
})

test('back it goes with the file of before', () => {
  const back = { ...moved, variable: { ...(moved.variable ?? { fileName: '', target: '' }), isBack: true } }
  expect(textAfter(mapped, back)).toBeNull()
})

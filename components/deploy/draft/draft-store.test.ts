import { beforeEach, expect, test, vi } from 'vitest'
import type { PlannedObject } from '@/lib/contract/deploy'
import { absentFiles, deployRequestOf, planRequestOf } from './deploy-request'
import { emptyDraft } from './draft'
import { DraftStore } from './draft-store'
import { withText, withVariable } from './edit-draft'
import { takeFiles } from './take-files'

const utf8 = (text: string) => new TextEncoder().encode(text)

function shelfOf() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const stack = 'services:\n  web:\n    image: nginx\n'
const folder = [
  { path: 'todo/compose.yaml', bytes: utf8(stack) },
  { path: 'todo/web.json', bytes: utf8('{"a":1}') },
  { path: 'todo/password.txt', bytes: utf8('hunter2') },
]

let shelf: ReturnType<typeof shelfOf>
const open = () => new DraftStore('draft', emptyDraft, shelf)
const onShelf = () => shelf.kept.get('draft') ?? ''

beforeEach(() => {
  shelf = shelfOf()
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

test('what is typed is found again by the next page', () => {
  const store = open()
  store.change((draft) => withText(draft, 'compose.yaml', stack))
  vi.runAllTimers()
  const next = open()
  expect(next.get().files).toEqual([{ name: 'compose.yaml', body: { kind: 'text', text: stack, hasMark: false } }])
  expect(next.foundFrom).toBe(Date.now())
})

test('a look alone leaves no draft, nor does one who starts over', () => {
  const store = open()
  store.learn({ wantedFiles: ['web.json'], secretFiles: [] })
  store.keep()
  expect(store.get().askedFiles).toEqual(['web.json'])
  expect(onShelf()).toBe('')
  store.change((draft) => withText(draft, 'compose.yaml', stack))
  store.keep()
  expect(open().foundFrom).not.toBeNull()
  store.replace(emptyDraft)
  vi.runAllTimers()
  expect(onShelf()).toBe('')
})

test('a folder becomes a draft with names as its Compose file sees them', () => {
  const store = open()
  expect(takeFiles(store, folder)).toEqual({
    composeFiles: ['compose.yaml'],
    otherFiles: ['web.json', 'password.txt'],
    variables: [],
  })
  expect(store.get().composeFiles).toEqual(['compose.yaml'])
})

test('no content is sent or kept of a file before the server has asked for it', () => {
  const store = open()
  takeFiles(store, folder)
  store.keep()
  expect(onShelf()).not.toContain('hunter2')
  expect(onShelf()).not.toContain('{\\"a')
  const { files } = planRequestOf(store.get(), store.heldBytes)
  expect(files.map((file) => [file.name, file.sizeBytes, file.dataBase64 !== undefined])).toEqual([
    ['compose.yaml', stack.length, true],
    ['web.json', 7, false],
    ['password.txt', 7, false],
  ])
})

test('a file that is asked for becomes text, is sent and is kept; one that becomes a secret goes with the deployment alone', () => {
  const store = open()
  takeFiles(store, folder)
  store.learn({ wantedFiles: ['web.json'], secretFiles: ['password.txt'] })
  store.keep()
  expect(onShelf()).toContain('{\\"a\\":1}')
  expect(onShelf()).not.toContain('hunter2')
  const contents = (files: { name: string; dataBase64?: string }[]) =>
    files.filter((file) => file.dataBase64).map((file) => file.name)
  expect(contents(planRequestOf(store.get(), store.heldBytes).files)).toEqual(['compose.yaml', 'web.json'])
  const request = deployRequestOf(store.get(), store.heldBytes, 'digest')
  expect(contents(request.files)).toEqual(['compose.yaml', 'web.json', 'password.txt'])
  expect(atob(request.files[2]?.dataBase64 ?? '')).toBe('hunter2')
})

test('a text that turns out to become a secret is hidden and leaves the storage', () => {
  const store = open()
  takeFiles(store, folder)
  store.learn({ wantedFiles: ['web.json', 'password.txt'], secretFiles: [] })
  store.keep()
  expect(onShelf()).toContain('hunter2')
  store.learn({ wantedFiles: [], secretFiles: ['password.txt'] })
  store.keep()
  expect(onShelf()).not.toContain('hunter2')
  expect(JSON.stringify(store.get())).not.toContain('hunter2')
  expect(store.heldBytes('password.txt')).toEqual(utf8('hunter2'))
})

test('after a reload the secret has to be chosen again, and is named until it was', () => {
  const store = open()
  takeFiles(store, folder)
  store.learn({ wantedFiles: [], secretFiles: ['password.txt'] })
  store.keep()
  const next = open()
  const objects: PlannedObject[] = [{ kind: 'secret', key: 'a', name: 'todo_a', verdict: 'create', notes: [] }]
  expect(absentFiles(next.get(), objects)).toEqual(['password.txt'])
  next.hold('password.txt', utf8('hunter3'))
  expect(absentFiles(next.get(), objects)).toEqual([])
})

test('values of sensitive variables are not kept: those that somebody marked, and those that are called so', () => {
  const store = open()
  store.change((draft) => withVariable(withVariable(draft, 'TAG', '1.2'), 'DB_PASSWORD', 'hunter2'))
  store.change((draft) => ({ ...withVariable(draft, 'CODE', 'xyzzy'), sensitivity: { CODE: true } }))
  store.keep()
  expect(onShelf()).toContain('1.2')
  expect(onShelf()).not.toMatch(/hunter2|xyzzy/)
  expect(planRequestOf(store.get(), store.heldBytes).sensitiveVariables).toEqual(['DB_PASSWORD', 'CODE'])
})

test('variables of a .env file are taken over, and its content is not kept', () => {
  const store = open()
  const taken = takeFiles(store, [
    { path: 'a.yml', bytes: utf8(stack) },
    { path: '.env', bytes: utf8('TAG=1.27\nDB_PASSWORD="hunter2"\n') },
  ])
  expect(taken.variables).toEqual(['TAG', 'DB_PASSWORD'])
  expect(store.get().variables).toEqual({ TAG: '1.27', DB_PASSWORD: 'hunter2' })
  store.keep()
  expect(onShelf()).toContain('1.27')
  expect(onShelf()).not.toContain('hunter2')
})

test('a file that is the environment of a service says nothing about variables, nor does one deeper in the folder', () => {
  const store = open()
  const text = `${stack}    env_file: [./web.env, "more.env"]\n`
  const env = (path: string, line: string) => ({ path: `todo/${path}`, bytes: utf8(`${line}\n`) })
  const files = [env('.env', 'TAG=1'), env('web.env', 'TAG=2'), env('more.env', 'A=1'), env('old/.env', 'TAG=0')]
  const taken = takeFiles(store, [{ path: 'todo/compose.yaml', bytes: utf8(text) }, ...files, env('prod.env', 'B=1')])
  expect(taken.variables).toEqual(['TAG', 'B'])
  expect(store.get().variables).toEqual({ TAG: '1', B: '1' })
})

test('bytes that are no text are sent as they are', () => {
  const store = open()
  takeFiles(store, [...folder, { path: 'todo/logo.bin', bytes: Uint8Array.from([0xff, 0, 0x80]) }])
  store.learn({ wantedFiles: ['logo.bin'], secretFiles: [] })
  const { files } = planRequestOf(store.get(), store.heldBytes)
  expect(files.find(({ name }) => name === 'logo.bin')?.dataBase64).toBe(btoa('\xff\0\x80'))
})

test('a byte order mark survives editing', () => {
  const store = open()
  store.hold('compose.yaml', utf8(`\u{feff}${stack}`))
  store.change((draft) => withText(draft, 'compose.yaml', 'a: 1'))
  expect(atob(planRequestOf(store.get(), store.heldBytes).files[0]?.dataBase64 ?? '')).toBe('\xef\xbb\xbfa: 1')
})

test('a draft of another kind, or none at all, is not taken for one', () => {
  for (const text of ['{', '[]', 'null', '{"stack":1,"savedAt":1}', '{"savedAt":1,"stack":"a","files":[{"name":1}]}']) {
    shelf.kept.set('draft', text)
    expect(open().get()).toBe(emptyDraft)
  }
})

test('a browser without storage keeps nothing and breaks nothing', () => {
  const store = new DraftStore('draft', emptyDraft, null)
  store.change((draft) => withText(draft, 'compose.yaml', stack))
  store.keep()
  store.forget()
  expect(store.get().files[0]?.body).toMatchObject({ text: stack })
})

test('a file that the stack names and nobody gave gets a place, which goes again when nobody names it', () => {
  const store = open()
  store.learn({ wantedFiles: ['app.json'], secretFiles: ['key.txt'] })
  expect(store.get().files.map(({ name, body }) => [name, body.kind])).toEqual([
    ['compose.yaml', 'text'],
    ['app.json', 'absent'],
    ['key.txt', 'absent'],
  ])
  expect(planRequestOf(store.get(), store.heldBytes).files).toHaveLength(1)
  store.change((draft) => withText(draft, 'app.json', '{}'))
  store.learn({ wantedFiles: [], secretFiles: [] })
  expect(store.get().files.map(({ name }) => name)).toEqual(['compose.yaml', 'app.json'])
})

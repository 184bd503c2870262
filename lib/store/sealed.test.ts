import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seal, unseal } from './sealed'
import { closeStore, openStore } from './store'
import { temporaryStore } from './testing/temporary-store'

let database: Awaited<ReturnType<typeof temporaryStore>>
let keyPath: string
beforeEach(async () => {
  database = await temporaryStore()
  keyPath = join(database.folder, 'skep.key')
})
afterEach(() => database.remove())

async function reopened(keyFile: string | null = null): Promise<void> {
  await closeStore()
  await openStore(database.folder, keyFile)
}

test('what is sealed comes out byte for byte, never looks the same twice, and cannot be read', () => {
  const plain = Buffer.from([0, 255, 128, ...Buffer.from('hunter2')])
  const [sealed, again] = [seal(plain, 'here'), seal(plain, 'here')]
  expect(unseal(sealed, 'here')).toEqual(plain)
  expect(sealed.equals(again)).toBe(false)
  expect(sealed.includes('hunter2')).toBe(false)
  expect(unseal(seal('', 'here'), 'here')).toHaveLength(0)
})

test('what was changed, or moved to another place, does not open', () => {
  const sealed = seal('hunter2', 'revision 1')
  expect(() => unseal(sealed, 'revision 2')).toThrow('unable to authenticate')
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => unseal(changed, 'revision 1')).toThrow(/unable to authenticate|no known form/)
  }
  expect(() => unseal(Buffer.of(1, 2, 3), 'revision 1')).toThrow('no known form')
})

test('the key is made once, for its owner alone, and is the same after a restart', async () => {
  expect((statSync(keyPath).mode & 0o777).toString(8)).toBe('600')
  const sealed = seal('hunter2', 'here')
  await reopened()
  expect(unseal(sealed, 'here').toString()).toBe('hunter2')
})

test('the key may lie elsewhere, and then none is made', async () => {
  const elsewhere = join(database.folder, 'mounted')
  writeFileSync(elsewhere, readFileSync(keyPath))
  rmSync(keyPath)
  const sealed = seal('hunter2', 'here')
  await reopened(elsewhere)
  expect(unseal(sealed, 'here').toString()).toBe('hunter2')
  await expect(reopened(join(database.folder, 'mistyped'))).rejects.toThrow('is missing')
})

test('a database does not start without its own key', async () => {
  const own = readFileSync(keyPath)
  rmSync(keyPath)
  await expect(reopened()).rejects.toThrow('is missing')
  writeFileSync(keyPath, Buffer.alloc(32, 7).toString('base64'))
  await expect(reopened()).rejects.toThrow('not the one of this database')
  writeFileSync(keyPath, 'short')
  await expect(reopened()).rejects.toThrow('not 32 bytes')
  writeFileSync(keyPath, own)
  await reopened()
})

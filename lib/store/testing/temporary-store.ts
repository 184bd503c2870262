import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeStore, openStore, type Store } from '@/lib/store/store'

/** A database of its own in a folder that goes away; `store()` is this one until it does. */
export async function temporaryStore(): Promise<{ store: Store; folder: string; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'skep-store-'))
  const store = await openStore(folder)
  const remove = async () => {
    await closeStore()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, folder, remove }
}

import type { PlannedDeploy } from '@/lib/contract/deploy'
import { bytesFromText, textFromBytes } from '@/lib/rotation/content/text-bytes'
import { type Draft, type FileBody, isOpenFile } from './draft'
import { withBody, withName, withoutFile } from './edit-draft'
import { learn } from './learn'
import { draftFromText, draftToText } from './stored-draft'

/** As localStorage; none where the browser gives none. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Typing must not wait for the disk. */
const settleMs = 300

/**
 * Holds a draft for the time of its page, keeps what may be kept of it in the browser, and holds the bytes of files that
 * may be secrets outside of it: neither React nor the storage ever gets those.
 */
export class DraftStore {
  #draft: Draft
  #held: Map<string, Uint8Array>
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isOver = false
  /** Whether a person wrote anything. A look alone leaves nothing, which would hide what is deployed meanwhile. */
  #isTouched: boolean
  /** When the draft that was found was last changed; null where there was none. */
  readonly foundFrom: number | null

  constructor(
    readonly key: string,
    base: Draft,
    private readonly shelf: Shelf | null,
    bytes: ReadonlyMap<string, Uint8Array> = new Map(),
  ) {
    const found = draftFromText(read(shelf, key))
    this.#draft = found?.draft ?? base
    this.#held = new Map(found ? [] : bytes)
    this.foundFrom = found?.savedAt ?? null
    this.#isTouched = found !== null
  }

  readonly get = (): Draft => this.#draft

  readonly heldBytes = (name: string): Uint8Array | null => this.#held.get(name) ?? null

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly change = (edit: (draft: Draft) => Draft): void => {
    const next = edit(this.#draft)
    if (next === this.#draft) return
    this.#isTouched = true
    this.#set(next)
  }

  #set(next: Draft): void {
    if (next === this.#draft) return
    this.#draft = next
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.keep, settleMs)
    for (const listener of this.#listeners) listener()
  }

  /** Begins anew with another draft, which nobody has touched yet: its own bytes go with it. */
  readonly replace = (draft: Draft, bytes: ReadonlyMap<string, Uint8Array> = new Map()): void => {
    this.#held = new Map(bytes)
    this.#set(draft)
    this.#isTouched = false
    this.shelf?.removeItem(this.key)
  }

  /** Takes a file's bytes. They become text to edit once it is known that the file is no secret. */
  readonly hold = (name: string, bytes: Uint8Array): void => {
    this.#held.set(name, bytes)
    this.change((draft) => this.#inPlace(withBody(draft, name, { kind: 'held', sizeBytes: bytes.length }), name))
  }

  readonly rename = (name: string, newName: string): void => {
    const bytes = this.#held.get(name)
    this.#held.delete(name)
    if (bytes) this.#held.set(newName, bytes)
    this.change((draft) => this.#inPlace(withName(draft, name, newName), newName))
  }

  /** Whether a file is merged into the stack, or merely goes with it. */
  readonly setCompose = (name: string, isCompose: boolean): void => {
    this.change(({ composeFiles, ...draft }) => {
      const others = composeFiles.filter((file) => file !== name)
      return this.#inPlace({ ...draft, composeFiles: isCompose ? [...others, name] : others }, name)
    })
  }

  readonly remove = (name: string): void => {
    this.#held.delete(name)
    this.change((draft) => withoutFile(draft, name))
  }

  /** Takes over what a plan tells about files; what is asked for and no secret can be edited from then on. */
  readonly learn = (told: Pick<PlannedDeploy, 'wantedFiles' | 'secretFiles'>): void => {
    const next = learn(this.#draft, told)
    if (next === this.#draft) return
    this.#set(next.files.reduce<Draft>((now, { name }) => this.#inPlace(now, name), next))
  }

  readonly keep = (): void => {
    clearTimeout(this.#timer)
    if (this.#isOver || !this.#isTouched) return
    try {
      this.shelf?.setItem(this.key, draftToText(this.#draft, Date.now()))
    } catch {
      // No room: the draft lives as long as its page.
    }
  }

  /** The draft has served its purpose: nothing of it is left in the browser. */
  readonly forget = (): void => {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.shelf?.removeItem(this.key)
  }

  /** Text where it may be seen, bytes out of sight where it may not. */
  #inPlace(draft: Draft, name: string): Draft {
    const body = draft.files.find((file) => file.name === name)?.body
    if (!body) return draft
    if (isOpenFile(draft, name)) return this.#opened(draft, name)
    if (body.kind !== 'text') return draft
    const bytes = bytesFromText(body.text, body.hasMark)
    this.#held.set(name, bytes)
    return withBody(draft, name, { kind: 'held', sizeBytes: bytes.length })
  }

  #opened(draft: Draft, name: string): Draft {
    const bytes = this.#held.get(name)
    const file = bytes && textFromBytes(bytes)
    if (!file) return draft
    this.#held.delete(name)
    const body: FileBody = { kind: 'text', text: file.text, hasMark: file.hasMark }
    return withBody(draft, name, body)
  }
}

function read(shelf: Shelf | null, key: string): string | null {
  try {
    return shelf?.getItem(key) ?? null
  } catch {
    return null
  }
}

import { isDotEnv, parseDotEnv } from '@/lib/compose/formats/dot-env'
import { textFromBytes } from '@/lib/rotation/content/text-bytes'
import { chooseCompose, pathFrom, type TakenFile } from './choose-compose'
import { type Draft, isBlank } from './draft'
import type { DraftStore } from './draft-store'
import { withVariable } from './edit-draft'

export type Taken = {
  composeFiles: string[]
  otherFiles: string[]
  /** Names of variables that came with `.env` files. */
  variables: string[]
}

/**
 * Puts files into a draft. Into a blank one they bring the Compose files with them; later ones replace what has their
 * name and join the others, a Compose file at the end of its row. Variables of `.env` files are taken over, but not those
 * of a service's `env_file`.
 */
export function takeFiles(store: DraftStore, files: readonly TakenFile[]): Taken {
  const chosen = chooseCompose(files)
  const first = chosen[0]
  const isFresh = isBlank(store.get()) && first !== undefined
  const named = files.map(({ path, bytes }) => ({ name: first ? pathFrom(first, path) : path, bytes }))
  const composeNames = first ? chosen.map((path) => pathFrom(first, path)) : []

  store.change((draft) => withComposeFiles(draft, composeNames, isFresh))
  for (const { name, bytes } of named) store.hold(name, bytes)
  const texts = composeTexts(store.get())
  const variables = named
    .filter(({ name }) => hasVariables(name, texts))
    .flatMap(({ bytes }) => takeVariables(store, bytes))
  const composeFiles = named.map(({ name }) => name).filter((name) => store.get().composeFiles.includes(name))
  const otherFiles = named.map(({ name }) => name).filter((name) => !composeFiles.includes(name))
  return { composeFiles, otherFiles, variables: [...new Set(variables)] }
}

function withComposeFiles(draft: Draft, names: readonly string[], isFresh: boolean): Draft {
  if (isFresh) {
    const blank = new Set(draft.composeFiles)
    return { ...draft, files: draft.files.filter(({ name }) => !blank.has(name)), composeFiles: [...names] }
  }
  return { ...draft, composeFiles: [...new Set([...draft.composeFiles, ...names])] }
}

/**
 * Whether a file is for the variables of the Compose files: the `.env` beside them is, as everywhere. Another one is not
 * where they name it, since then it is a service's environment, nor deeper in a folder, where there may be several.
 */
function hasVariables(name: string, texts: readonly string[]): boolean {
  if (name === '.env') return true
  return isDotEnv(name) && !name.includes('/') && !texts.some((text) => wordsOf(text).includes(name))
}

function composeTexts({ files, composeFiles }: Draft): string[] {
  return files.flatMap(({ name, body }) => (composeFiles.includes(name) && body.kind === 'text' ? body.text : []))
}

const wordsOf = (text: string) => text.split(/[\s"'[\],]+/).map((word) => word.replace(/^\.\//, ''))

/** Reads the variables of a `.env` file into the draft, and names them. */
export function takeVariables(store: DraftStore, bytes: Uint8Array): string[] {
  const file = textFromBytes(bytes)
  const variables = Object.entries(file ? parseDotEnv(file.text) : {})
  store.change((draft) => variables.reduce((changed, [name, value]) => withVariable(changed, name, value), draft))
  return variables.map(([name]) => name)
}

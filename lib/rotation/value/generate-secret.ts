import { passphraseWords } from './passphrase-words'

/** What a person may ask for. `bytes` and `words` say how much randomness, `length` counts characters. */
export type SecretRecipe =
  | { kind: 'characters'; length: number; alphabet: AlphabetName }
  | { kind: 'hex'; bytes: number }
  | { kind: 'base64'; bytes: number }
  | { kind: 'uuid' }
  | { kind: 'passphrase'; words: number }

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'

/** `unambiguous` leaves out what is misread on paper (0 O, 1 I l); `symbols` leaves out what shells and URLs treat specially. */
export const alphabets = {
  alphanumeric: letters + digits,
  unambiguous: (letters + digits).replaceAll(/[0O1Il]/g, ''),
  symbols: `${letters}${digits}-_.~+=@^`,
  digits,
} as const

export type AlphabetName = keyof typeof alphabets

/** A new value from the random numbers of the browser, or of Node for a policy's schedule. Nothing of it is kept here. */
export function generateSecret(recipe: SecretRecipe): string {
  switch (recipe.kind) {
    case 'characters': {
      const alphabet = alphabets[recipe.alphabet]
      return Array.from({ length: recipe.length }, () => alphabet[randomBelow(alphabet.length)]).join('')
    }
    case 'hex':
      return Array.from(randomBytes(recipe.bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
    case 'base64':
      return btoa(String.fromCharCode(...randomBytes(recipe.bytes)))
    case 'uuid':
      return uuid()
    case 'passphrase':
      break
  }
  return Array.from({ length: recipe.words }, () => passphraseWords[randomBelow(passphraseWords.length)]).join('-')
}

/** How many bits somebody who knows the recipe would have to guess. */
export function entropyBits(recipe: SecretRecipe): number {
  switch (recipe.kind) {
    case 'characters':
      return Math.floor(recipe.length * Math.log2(alphabets[recipe.alphabet].length))
    case 'hex':
    case 'base64':
      return recipe.bytes * 8
    case 'uuid':
      return 122
    case 'passphrase':
      break
  }
  return Math.floor(recipe.words * Math.log2(passphraseWords.length))
}

/**
 * A whole number from 0 to below `limit`, each as likely as the others: a remainder alone would favour the small ones, so
 * draws from the incomplete last round are thrown away.
 */
export function randomBelow(limit: number): number {
  const rounds = 2 ** 32 - (2 ** 32 % limit)
  const draw = new Uint32Array(1)
  for (;;) {
    crypto.getRandomValues(draw)
    const value = draw[0] ?? 0
    if (value < rounds) return value % limit
  }
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}

/** By hand, because crypto.randomUUID is missing where the page came by plain HTTP from another host. */
function uuid(): string {
  const bytes = randomBytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

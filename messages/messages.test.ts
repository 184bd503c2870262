import { createTranslator, IntlErrorCode } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import en from './en.json'
import ko from './ko.json'

type Tree = { [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, node]) =>
    typeof node === 'string' ? [[prefix + name, node] as [string, string]] : flatten(node, `${prefix}${name}.`),
  )
}

/** The names in `{name}`, `{count, plural, …}` and `<tag>`; not the words inside a branch such as `other {rows}`. */
function placeholders(text: string): string[] {
  const names = text.matchAll(/\{(\w+)(?=\}|,\s*(?:plural|select|selectordinal|number|date|time))|<(\w+)>/g)
  return [...new Set([...names].map(([, argument, tag]) => argument ?? tag ?? ''))].toSorted()
}

const english = new Map(flatten(en))
const korean = new Map(flatten(ko))

test('both languages have the same messages', () => {
  expect([...korean.keys()].toSorted()).toEqual([...english.keys()].toSorted())
})

test('no message is empty', () => {
  const empty = [...english, ...korean].filter(([, text]) => text.trim() === '')
  expect(empty).toEqual([])
})

test('both languages fill in the same values', () => {
  const different = [...english]
    .map(([key, text]) => ({ key, en: placeholders(text), ko: placeholders(korean.get(key) ?? '') }))
    // English words bend by number and Korean ones do not, so Korean may do without a value that only chooses a branch.
    .filter((message) => message.ko.some((name) => !message.en.includes(name)))
  expect(different).toEqual([])
})

describe.each([
  ['en', en],
  ['ko', ko],
] as const)('%s', (locale, messages: Tree) => {
  test('every message is valid ICU', () => {
    const invalid: string[] = []
    for (const [key, text] of flatten(messages)) {
      const t = createTranslator({
        locale,
        messages: { text },
        // Values are missing here, which is another error than a text that cannot be parsed.
        onError: (error) => {
          if (error.code === IntlErrorCode.INVALID_MESSAGE) invalid.push(`${key}: ${error.message}`)
        },
      })
      t.markup('text')
    }
    expect(invalid).toEqual([])
  })

  test('it speaks calmly', () => {
    const loud = flatten(messages).filter(([, text]) => /!|\bOops\b|앗|이런,/.test(text))
    expect(loud).toEqual([])
  })
})

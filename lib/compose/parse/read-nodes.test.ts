import { expect, test } from 'vitest'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { ComposeNode } from './compose-node'
import { parseFile } from './parse-file'

function plainOf(node: ComposeNode): unknown {
  if (node.kind === 'mapping')
    return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainOf(value)]))
  if (node.kind === 'list') return node.items.map(plainOf)
  if (node.kind === 'integer') return Number(node.value)
  return 'value' in node ? node.value : node.kind
}

function read(text: string): unknown {
  try {
    return plainOf(parseFile('a.yaml', text).root)
  } catch (error) {
    if (!(error instanceof ComposeRefusal)) throw error
    const [{ code, line, column }] = error.findings
    return `${code} ${line}:${column}`
  }
}

test('aliases stand for what they name, and a later anchor of the name replaces an earlier one', () => {
  expect(read('a: &x {k: 1}\nb: *x\nc: &x 2\nd: *x')).toEqual({ a: { k: 1 }, b: { k: 1 }, c: 2, d: 2 })
})

test('merged keys give way to those that are written, and earlier mappings win', () => {
  expect(read('a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: [*a, *b], x: 0}')).toMatchObject({
    c: { x: 0, y: 1, z: 2 },
  })
  expect(read('a: &a {<<: {n: 1}, x: 2}\nb: {<<: *a}')).toMatchObject({ b: { n: 1, x: 2 } })
})

test('places of what is merged are where it is written', () => {
  const { root } = parseFile('a.yaml', 'a: &a\n  k: 1\nb:\n  <<: *a\n')
  const merged = root.entries.get('b')?.value
  expect(merged?.kind === 'mapping' && merged.entries.get('k')?.keyPlace.start).toBe(8)
})

test.each([
  ['a: 1\na: 2', 'yaml_duplicate_key 2:1'],
  ['1: a\n"1": b', 'yaml_duplicate_key 2:1'],
  ['a: &a {}\nb: {<<: *a, <<: *a}', 'yaml_duplicate_key 2:13'],
  ['a: &a [*a]', 'yaml_anchor_contains_itself 1:8'],
  ['[a]: b', 'yaml_bad_key 1:1'],
  ['a: {<<: 5}', 'yaml_bad_merge 1:9'],
  ['a: {<<: [5]}', 'yaml_bad_merge 1:10'],
  ['a: &a 5\nb: {<<: *a}', 'yaml_bad_merge 2:9'],
  ['a: !!int x', 'yaml_bad_tag 1:10'],
  ['- a', 'not_a_mapping 1:1'],
  ['', 'not_a_mapping 1:1'],
  ['# nothing', 'not_a_mapping 1:1'],
])('%j: %s', (text, refusal) => {
  expect(read(text)).toBe(refusal)
})

test('a key that is no text makes the whole mapping odd', () => {
  expect(read('a: {1: b}\nc: {true: d}\ne: {on: f}')).toEqual({ a: 'odd-mapping', c: 'odd-mapping', e: { on: 'f' } })
})

test('tags of others are noted once, wherever aliases lead', () => {
  const { ignoredTags } = parseFile('a.yaml', 'a: &a !reset [1]\nb: *a\nc: !!str 5')
  expect(ignoredTags.map(({ tag, place }) => `${tag} ${place.start}`)).toEqual(['!reset 13'])
})

test('only the first document is read, and that there is another is noted', () => {
  expect(parseFile('a.yaml', 'a: 1\n---\n{').hasMoreDocuments).toBe(true)
  expect(parseFile('a.yaml', 'a: 1\n').hasMoreDocuments).toBe(false)
})

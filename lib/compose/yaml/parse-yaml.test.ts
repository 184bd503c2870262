import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYaml } from './parse-yaml'
import type { SyntaxNode } from './syntax-node'
import { YamlSyntaxError } from './yaml-problem'

/** The tree in short: scalars as they are, `null` for an empty one, aliases with a star. */
function shortOf(node: SyntaxNode | null): unknown {
  if (!node) return null
  if (node.kind === 'alias') return `*${node.name}`
  if (node.kind === 'sequence') return node.items.map(shortOf)
  if (node.kind === 'mapping')
    return Object.fromEntries(
      node.pairs.map(({ key, value }) => [JSON.stringify(shortOf(key)).replaceAll('"', ''), shortOf(value)]),
    )
  return node.value
}

function parse(text: string): unknown {
  try {
    return shortOf(parseYaml(text).root)
  } catch (error) {
    if (!(error instanceof YamlSyntaxError)) throw error
    return `${error.problem} at ${error.offset}`
  }
}

describe('collections', () => {
  test.each([
    ['a: 1\nb:\n  c: 2\n', { a: '1', b: { c: '2' } }],
    ['a:\n- 1\n- 2\nb: 3', { a: ['1', '2'], b: '3' }],
    ['- a: 1\n  b: 2\n- - x\n  - y', [{ a: '1', b: '2' }, ['x', 'y']]],
    ['? a\n: b\n? c', { a: 'b', c: '' }],
    ['a:\nb:', { a: '', b: '' }],
    ['{a: 1, b: [x, {c: d}], e}', { a: '1', b: ['x', { c: 'd' }], e: '' }],
    ['[a: b, c]', [{ a: 'b' }, 'c']],
    ['{a: , b: }', { a: '', b: '' }],
    // As yaml.v3 has it, and unlike YAML 1.2.
    ['{a:, b: c}', { 'a:': '', b: 'c' }],
    ['- [a,\n   b]\n- x', [['a', 'b'], 'x']],
    ['a: # comment\n  b: c # more\n# end', { a: { b: 'c' } }],
    ['"a b": \'c\'', { 'a b': 'c' }],
  ])('%j', (text, tree) => {
    expect(parse(text)).toEqual(tree)
  })
})

describe('scalars', () => {
  test.each([
    ['a b\n  c\n\n  d', 'a b c\nd'],
    ["'it''s\n  two'", "it's two"],
    ['"a\\n\\x41\\u00e9\\U0001F600\\\n  b"', 'a\nAé😀b'],
    ['"a \n\n b"', 'a\nb'],
    ['|\n  a\n   b\n\n  c\n', 'a\n b\n\nc\n'],
    ['|-\n a\n\n', 'a'],
    ['|+\n a\n\n', 'a\n\n'],
    ['>\n a\n b\n\n c\n  d\n e\n', 'a b\nc\n d\ne\n'],
    ['|2\n   a\n', ' a\n'],
    ['a#b', 'a#b'],
    ['http://x.y/?q', 'http://x.y/?q'],
    ['-1', '-1'],
    ['a\r\n', 'a'],
  ])('%j', (text, value) => {
    expect(parse(text)).toBe(value)
  })
})

test('anchors, tags and directives', () => {
  expect(parse('a: &x 1\nb: *x')).toEqual({ a: '1', b: '*x' })
  const tagOf = (text: string) => parseYaml(text).root?.tag
  expect(tagOf('!!str 5')).toBe('tag:yaml.org,2002:str')
  expect(tagOf('!foo 5')).toBe('!foo')
  expect(tagOf('!<tag:x> 5')).toBe('tag:x')
  expect(tagOf('%TAG !e! tag:e,2000:\n--- !e!x 5')).toBe('tag:e,2000:x')
  expect(tagOf('!a%21 5')).toBe('!a!')
})

test.each([
  ['a: b: c', 'value_not_allowed'],
  ['a: [b', 'sequence_end_expected'],
  ['a: {b: c', 'mapping_end_expected'],
  ['a: "b', 'unexpected_end'],
  ['a: "\\q"', 'unknown_escape'],
  ['a: "\\xZZ"', 'bad_escape_number'],
  ['a: "\\ud800"', 'bad_escape_character'],
  ['a:\n\tb: c', 'unexpected_character'],
  ['a: @b', 'unexpected_character'],
  ['a: *b', 'unknown_anchor'],
  ['a: &', 'name_expected'],
  ['a: !e!x y', 'unknown_tag_handle'],
  ['a: |0\n x', 'indentation_of_zero'],
  ['a: |x\n x', 'line_end_expected'],
  ['a: 1\nb', 'colon_missing'],
  ['a: - b', 'entry_not_allowed'],
  ['a: ? b', 'key_not_allowed'],
  ['- a\nb: c', 'dash_expected'],
  ['%YAML 1.2\n---\na', 'unsupported_version'],
  ['%YAML 1.1\n%YAML 1.1\n---\na', 'duplicate_directive'],
  ['%FOO\n---\na', 'bad_directive'],
  ['%YAML 1.1\na', 'document_start_expected'],
  ['"a\n---\nb"', 'unexpected_document_marker'],
  [`a: ${'['.repeat(200)}`, 'too_deep'],
  ['[,]', 'content_expected'],
])('%j: %s', (text, problem) => {
  expect(String(parse(text)).replace(/ at \d+$/, '')).toBe(problem)
})

test('a mistake is told where it is', () => {
  expect(parse('a: b: c')).toBe('value_not_allowed at 4')
  expect(parse('a: "b')).toBe('unexpected_end at 3')
  expect(parse('a: 1\nb')).toBe('colon_missing at 5')
  expect(parse('x: *nope')).toBe('unknown_anchor at 3')
})

test('no text makes it anything but a tree or a syntax error', () => {
  const part = fc.constantFrom(
    ...Array.from('ab:-?[]{},#&*!|>\'"%@` \n\t\\'),
    '\r\n',
    '---',
    '...',
    '<<',
    ': ',
    '- ',
    '  ',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      expect(() => parse(parts.join(''))).not.toThrow()
    }),
    { numRuns: 3000 },
  )
})

test('what is written with quotes and brackets is read as it was', () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.string(), tie('list'), tie('mapping')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    mapping: fc.dictionary(fc.string({ unit: fc.constantFrom('a', 'b', '_'), minLength: 1 }), tie('value'), {
      maxKeys: 4,
    }),
  })).value
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value)
      // A key may be 1024 characters away from its colon, and an escape is no escape of YAML alone.
      fc.pre(!/[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/.test(text))
      expect(parse(text)).toEqual(value)
    }),
  )
})

test('places are those of the content', () => {
  const { root } = parseYaml('a: &x "b c" # d\nlist:\n  - one\n')
  const places = root?.kind === 'mapping' ? root.pairs.map(({ value }) => [value.start, value.end]) : []
  expect(places).toEqual([
    [6, 11],
    [24, 29],
  ])
})

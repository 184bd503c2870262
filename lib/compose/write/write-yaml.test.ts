import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpolateFile } from '@/lib/compose/interpolate/interpolate-file'
import { printedOf } from '@/lib/compose/load/decode'
import type { ComposeNode } from '@/lib/compose/parse/compose-node'
import { parseFile } from '@/lib/compose/parse/parse-file'
import { type Branch, branch, type Tree } from './tree'
import { writeYaml } from './write-yaml'

/** What docker makes of a file: with its variables put in, scalars as they are. */
function readBack(text: string): unknown {
  const { root } = interpolateFile(parseFile('compose.yaml', text).root, new Map())
  return plain(root)
}

function plain(node: ComposeNode): unknown {
  if (node.kind === 'mapping') return [...node.entries].map(([key, { value }]) => [key, plain(value)])
  if (node.kind === 'list') return node.items.map(plain)
  if (node.kind === 'null') return null
  if (node.kind === 'text' || node.kind === 'boolean') return node.value
  return { number: printedOf(node) }
}

function written(tree: Tree): string {
  return writeYaml(new Map([['key', tree]]))
}

test.each([
  ['8080:80', 'key: 8080:80\n'],
  ['8080', 'key: "8080"\n'],
  ['0755', 'key: "0755"\n'],
  ['yes', 'key: yes\n'],
  ['true', 'key: "true"\n'],
  ['', 'key: ""\n'],
  ['~', 'key: "~"\n'],
  ['2024-01-01', 'key: "2024-01-01"\n'],
  ['22:22', 'key: 22:22\n'],
  ['1_000', 'key: "1_000"\n'],
  ['089', 'key: "089"\n'],
  ['<<', 'key: "<<"\n'],
  ['--web.port=80', 'key: --web.port=80\n'],
  ['- x', 'key: "- x"\n'],
  ['*', 'key: "*"\n'],
  ['a: b', 'key: "a: b"\n'],
  ['a #b', 'key: "a #b"\n'],
  ['a#b', 'key: a#b\n'],
  ['{{.Node.Hostname}}', 'key: "{{.Node.Hostname}}"\n'],
  ['Host(`a`) && Path("/b")', 'key: Host(`a`) && Path("/b")\n'],
  ['@every "1h"', `key: '@every "1h"'\n`],
  [`@it's "x"`, `key: "@it's \\"x\\""\n`],
  ['$HOME and $$', 'key: $$HOME and $$$$\n'],
  [' a', 'key: " a"\n'],
  ['a\tb', 'key: "a\\tb"\n'],
  ['é\u0085\u2028\ufeff\u0007', 'key: "é\\u0085\\u2028\\ufeff\\u0007"\n'],
  ['a\nb', 'key: |-\n  a\n  b\n'],
  ['a\n\n  $b\n', 'key: |\n  a\n\n    $$b\n'],
  ['a\n\n', 'key: "a\\n\\n"\n'],
])('a text is quoted only where docker would read something else: %j', (text, yaml) => {
  expect(written(text)).toBe(yaml)
  expect(readBack(yaml)).toEqual([['key', text]])
})

test.each([
  ['8080', 'key: 8080\n'],
  ['1.5', 'key: 1.5\n'],
  ['1.10', 'key: "1.10"\n'],
  ['0755', 'key: "0755"\n'],
  ['1000000.0', 'key: "1000000.0"\n'],
  ['12345678901234567890', 'key: 12345678901234567890\n'],
  ['true', 'key: "true"\n'],
  ['null', 'key: "null"\n'],
])('a number that is printed as it is written needs no quotes where it is printed: %s', (text, yaml) => {
  expect(written({ printed: text })).toBe(yaml)
})

test('lists and mappings are in block style, and texts of many lines as they are', () => {
  const tree = branch({
    command: ['sh', '-c', 'a\nb'],
    healthcheck: branch({ test: { flow: ['CMD', 'curl', 'http://$x'] }, interval: '30s' }),
    networks: branch({ front: null, back: branch({ aliases: ['db'] }) }),
    volumes: [branch({ type: 'tmpfs', tmpfs: branch({ size: 1024 }) }), 'data:/data', branch({})],
    dns: [],
    limits: branch({}),
    init: true,
    mode: { verbatim: '0440' },
  })
  expect(writeYaml(new Map([['web', tree]]), 1)).toMatchInlineSnapshot(`
    "  web:
        command:
          - sh
          - -c
          - |-
            a
            b
        healthcheck:
          test: ["CMD", "curl", "http://$$x"]
          interval: 30s
        networks:
          front:
          back:
            aliases:
              - db
        volumes:
          - type: tmpfs
            tmpfs:
              size: 1024
          - data:/data
          - {}
        dns: []
        limits: {}
        init: true
        mode: 0440
    "
  `)
})

const character = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...Array.from('ab 0:-#\'"\\$%{}[],&*!|>@`?~=\n\t.<_xe+')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\r', '\u0085', '\u2028', '\ufeff', '\u007f', '\u0001', '😀', 'é', '\ufffe'),
  },
)
const text = fc.string({ unit: character, maxLength: 12 })
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; branch: Branch }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.array(text, { maxLength: 4 }).map((flow) => ({ flow })),
    fc.array(tie('tree'), { maxLength: 3 }),
    tie('branch'),
  ),
  branch: fc
    .uniqueArray(fc.tuple(text, tie('tree')), { selector: ([key]) => key, maxLength: 3 })
    .map((entries) => new Map(entries)),
})).tree

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(tree, (given) => {
      expect(readBack(written(given))).toEqual([['key', expected(given)]])
    }),
    { numRuns: 500 },
  )
})

function expected(given: Tree): unknown {
  if (given === null || typeof given !== 'object') return given
  if (given instanceof Map) return [...given].map(([key, value]) => [key, expected(value)])
  if (Array.isArray(given)) return given.map(expected)
  return 'flow' in given ? [...given.flow] : given
}

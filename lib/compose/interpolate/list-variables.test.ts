import { expect, test } from 'vitest'
import { parseFile } from '@/lib/compose/parse/parse-file'
import { sourceOf } from '@/lib/compose/place'
import { listVariables } from './list-variables'

const listed = (text: string) => listVariables([parseFile('compose.yaml', text).root])

test('variables are told with what stands in for them, and where', () => {
  const text = `
services:
  web:
    image: shop/web:\${TAG:-latest}
    environment: {HOST: "$HOST", TAG: "\${TAG}", KEY: "\${KEY:?is needed}", PRICE: "$$5"}
    ports: ["\${PORT-80}:80"]
`
  expect(listed(text)).toEqual([
    {
      name: 'TAG',
      isRequired: false,
      defaultValue: 'latest',
      places: [
        { file: 'compose.yaml', line: 4 },
        { file: 'compose.yaml', line: 5 },
      ],
    },
    { name: 'HOST', isRequired: false, defaultValue: null, places: [{ file: 'compose.yaml', line: 5 }] },
    { name: 'KEY', isRequired: true, defaultValue: null, places: [{ file: 'compose.yaml', line: 5 }] },
    { name: 'PORT', isRequired: false, defaultValue: '80', places: [{ file: 'compose.yaml', line: 6 }] },
  ])
})

test('what is no expression names nothing, and an empty default is one', () => {
  expect(listed(`a: ["\${", "$", "$$A", "\${B:-}"]`)).toMatchObject([{ name: 'B', defaultValue: '' }])
})

// What took the square of its length would be ended by the test's limit.
test.each([
  ['$', []],
  ['$a', ['a']],
  [`\${a}`, ['a']],
  [`\${a:?`, []],
  ['$$', []],
])('half a megabyte of %s is listed', (part, names) => {
  const found = listed(`a: '${part.repeat(Math.floor(500_000 / part.length))}'`)
  expect(found.map(({ name }) => name)).toEqual(names)
})

test('those of a file that is broken are found in its lines', () => {
  const text = `services:\n  web:\n    image: "shop/web:\${TAG:-1}\n    # \${OLD}\n    ports: [\${PORT:?which}:80`
  expect(listVariables([sourceOf('compose.yaml', text)])).toEqual([
    { name: 'TAG', isRequired: false, defaultValue: '1', places: [{ file: 'compose.yaml', line: 3 }] },
    { name: 'PORT', isRequired: true, defaultValue: null, places: [{ file: 'compose.yaml', line: 5 }] },
  ])
})

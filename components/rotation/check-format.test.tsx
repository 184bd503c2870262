import { expect, test } from 'vitest'
import { checkFormat } from './check-format'

test('valid content of any format has no problem', () => {
  expect(checkFormat('json', '{"a": [1, 2, null]}\n')).toBeNull()
  expect(checkFormat('yaml', 'a: 1\n---\nb:\n  - 2\n')).toBeNull()
  expect(checkFormat('xml', '<?xml version="1.0"?>\n<a b="1"><c/></a>\n')).toBeNull()
})

test('a JSON mistake is told with its line', () => {
  expect(checkFormat('json', '{\n  "a": 1,\n  "b": \n}\n')).toMatchObject({ line: 4 })
  expect(checkFormat('json', '{\n  "a": 1\n  "b": 2\n}\n')).toMatchObject({ line: 3 })
  expect(checkFormat('json', '{\n  "a": 1,\n}\n')).toMatchObject({ line: 3 })
})

test('JSON that breaks off, and no JSON at all, have a problem too', () => {
  expect(checkFormat('json', '{"a": ')).not.toBeNull()
  expect(checkFormat('json', '')).not.toBeNull()
  expect(checkFormat('json', "{'a': 1}")).toMatchObject({ line: 1 })
})

test('a tab in YAML, and a bracket left open, are found', () => {
  expect(checkFormat('yaml', 'a:\n\tb: 1\n')).toMatchObject({ line: 2 })
  expect(checkFormat('yaml', 'a: [1, 2\nb: 3\n')).not.toBeNull()
})

test('a tag that is closed by another name is found', () => {
  expect(checkFormat('xml', '<a>\n  <b></c>\n</a>\n')).toMatchObject({ line: 2 })
})

test('a tag that is never closed is found where the one around it ends', () => {
  expect(checkFormat('xml', '<a>\n  <b>text\n</a>\n')).toMatchObject({ line: 3, column: 1 })
  expect(checkFormat('xml', '<a>\n')).not.toBeNull()
})

test('what stands beside the one element of an XML document is found', () => {
  expect(checkFormat('xml', '<a/>\n<b/>\n')).toMatchObject({ line: 2 })
  expect(checkFormat('xml', '<a/>\nmore\n')).not.toBeNull()
  expect(checkFormat('xml', '<!-- first -->\n<a/>\n<!-- last -->\n')).toBeNull()
})

test('a TOML mistake is told with its place: a string left open, a key given twice', () => {
  expect(checkFormat('toml', 'a = 1\n[b]\nc = "x"\n')).toBeNull()
  expect(checkFormat('toml', 'a = 1\nb = "x\n')).toMatchObject({ line: 2 })
  expect(checkFormat('toml', 'a = 1\na = 2\n')).toMatchObject({ line: 2 })
})

test('formats without a grammar here are never complained about', () => {
  expect(checkFormat('ini', '[')).toBeNull()
  expect(checkFormat('text', '{')).toBeNull()
})

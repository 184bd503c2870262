import { expect, test } from 'vitest'
import { formatJson } from './format-json'

test('lines are broken and indented', () => {
  expect(formatJson('{"a":[1,{"b":null}],"c":"x"}')).toBe(`{
  "a": [
    1,
    {
      "b": null
    }
  ],
  "c": "x"
}`)
})

test('tokens stay as they are: digits, doubles, order, escapes', () => {
  const text = '{"id":12345678901234567890,"id":1.50,"z":1e5,"a":"\\u0041 : , {}\\"\\\\"}'
  expect(formatJson(text)).toBe(`{
  "id": 12345678901234567890,
  "id": 1.50,
  "z": 1e5,
  "a": "\\u0041 : , {}\\"\\\\"
}`)
})

test('what is empty stays on its line, and plain values are JSON, too', () => {
  expect(formatJson('{"a":{},"b":[ ]}')).toBe('{\n  "a": {},\n  "b": []\n}')
  expect(formatJson(' "할 일" ')).toBe('"할 일"')
  expect(formatJson('[]')).toBe('[]')
})

test('what is broken is not made to look whole', () => {
  expect(formatJson('{"a": 1')).toBeNull()
  expect(formatJson('')).toBeNull()
})

test('a megabyte of one line is no trouble', () => {
  const text = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: `item ${id}`, ok: true })))
  expect(formatJson(text)?.split('\n')).toHaveLength(20_000 * 5 + 2)
})

import { expect, test } from 'vitest'
import { allotKeys, asKey, keyOfName } from './live-stack'

test('a name of the stack gives its key, any other none', () => {
  expect(keyOfName('shop', 'shop_web')).toBe('web')
  expect(keyOfName('shop', 'shop_web_2')).toBe('web_2')
  expect(keyOfName('shop', 'shopping_web')).toBe(null)
  expect(keyOfName('shop', 'shop_')).toBe(null)
  expect(keyOfName('shop', 'shop_{{.Node.ID}}')).toBe(null)
})

test('a name that cannot be a key gives one that is like it', () => {
  expect(asKey('data-1')).toBe('data-1')
  expect(asKey('{{.Service.Name}}-data')).toBe('Service.Name-data')
  expect(asKey('///')).toBe('unnamed')
})

test('the first things have their choice, and nobody goes without a key', () => {
  const keys = allotKeys(['a', 'b', 'c', 'd'], (thing) => (thing === 'a' ? ['x'] : ['x', 'y']))
  expect([...keys.values()]).toEqual(['x', 'y', 'y-2', 'y-3'])
})

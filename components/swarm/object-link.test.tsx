import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ObjectLink } from './object-link'

afterEach(cleanup)

const href = () => screen.getByRole('link').getAttribute('href')

test.each([
  ['stack', '/stacks/a.b'],
  ['service', '/services/a.b'],
  ['config', '/configs/a.b'],
  ['secret', '/secrets/a.b'],
  ['network', '/networks?q=a.b'],
  ['volume', '/volumes?q=a.b'],
] as const)('a %s leads to %s', (kind, expected) => {
  render(<ObjectLink kind={kind} name="a.b" />)
  expect(href()).toBe(expected)
})

test('a node goes by its id, since hostnames repeat', () => {
  render(<ObjectLink kind="node" id="n1" name="east" />)
  expect(href()).toBe('/nodes/n1')
})

test('odd characters do not end the path', () => {
  render(<ObjectLink kind="volume" name="a&b/c?d" />)
  expect(href()).toBe('/volumes?q=a%26b%2Fc%3Fd')
})

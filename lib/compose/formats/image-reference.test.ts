import { expect, test } from 'vitest'
import { familiarImage, imageProblem, parseImage } from './image-reference'

const digest = `sha256:${'a'.repeat(64)}`

test.each([
  ['busybox', 'busybox:latest'],
  ['docker.io/library/busybox:1', 'busybox:1'],
  ['index.docker.io/demo/b:1', 'demo/b:1'],
  ['docker.io/a/b', 'a/b:latest'],
  ['library/x', 'x:latest'],
  ['localhost/x', 'localhost/x:latest'],
  ['reg.io:5000/a/b/c:2', 'reg.io:5000/a/b/c:2'],
  ['[::1]:5000/x', '[::1]:5000/x:latest'],
  [`x@${digest}`, `x@${digest}`],
  [`x:1@${digest}`, `x:1@${digest}`],
  ['REG/x', 'REG/x:latest'],
  ['a_b.c/d', 'a_b.c/d:latest'],
  ['a.b__c/d/e:1', 'a.b__c/d/e:1'],
])('%s is sent as %s', (text, sent) => {
  expect(imageProblem(text)).toBeNull()
  expect(familiarImage(text)).toBe(sent)
})

test.each([
  ['', 'missing'],
  ['A', 'uppercase'],
  ['reg.io/A', 'uppercase'],
  ['a_-b', 'format'],
  ['-a', 'format'],
  ['a_b.c:5/d', 'format'],
  ['a-.b/c', 'format'],
  ['A_b.c/d', 'format'],
  ['a:', 'format'],
  [`a:${'t'.repeat(129)}`, 'format'],
  ['a@sha256:abc', 'format'],
  [`a@md5:${'a'.repeat(32)}`, 'digest'],
  [`a@sha256:${'A'.repeat(64)}`, 'digest'],
  ['a'.repeat(256), 'too_long'],
])('%s is no image: %s', (text, problem) => {
  expect(imageProblem(text)).toBe(problem)
})

test('an ID passes the CLI, though it is no name, and is sent as it is', () => {
  const id = 'f'.repeat(64)
  expect(imageProblem(id)).toBeNull()
  expect(parseImage(id)).toEqual({ problem: 'identifier' })
  expect(familiarImage(id)).toBe(id)
})

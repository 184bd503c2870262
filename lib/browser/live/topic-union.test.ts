import { expect, test } from 'vitest'
import { isSameTopics, unionOfTopics } from './topic-union'

test('each topic is asked for once, whoever shows it', () => {
  expect(
    unionOfTopics(
      new Map([
        ['tab1', ['swarm', 'stacks'] as const],
        ['tab2', ['swarm', 'service:todo_web'] as const],
        ['tab3', []],
      ]),
    ),
  ).toEqual(['service:todo_web', 'stacks', 'swarm'])
})

test('tabs that come in another order make no other union', () => {
  const one = unionOfTopics(
    new Map([
      ['a', ['stacks'] as const],
      ['b', ['nodes'] as const],
    ]),
  )
  const other = unionOfTopics(
    new Map([
      ['b', ['nodes'] as const],
      ['a', ['stacks'] as const],
    ]),
  )
  expect(isSameTopics(one, other)).toBe(true)
})

test('no tab, no topic', () => {
  expect(unionOfTopics(new Map())).toEqual([])
  expect(isSameTopics([], ['stacks'])).toBe(false)
})

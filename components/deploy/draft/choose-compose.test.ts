import { expect, test } from 'vitest'
import { chooseCompose, pathFrom } from './choose-compose'

const stack = new TextEncoder().encode('version: "3.8"\nservices:\n  a: {}\n')
const data = new TextEncoder().encode('colour: blue\n')
const stacks = (...paths: string[]) => paths.map((path) => ({ path, bytes: stack }))

test('of a folder the usual name is meant, with its override behind it', () => {
  const files = stacks('app/dev.yml', 'app/compose.override.yaml', 'app/compose.yaml', 'app/stack/compose.yaml')
  expect(chooseCompose(files)).toEqual(['app/compose.yaml', 'app/compose.override.yaml'])
})

test('a file for stacks is preferred to one for compose, and the outermost to those further in', () => {
  expect(chooseCompose(stacks('a/docker-compose.yml', 'a/docker-stack.yml', 'a/b/stack.yml'))).toEqual([
    'a/docker-stack.yml',
  ])
})

test('loose files are all meant', () => {
  expect(chooseCompose(stacks('compose.override.yaml', 'base.yml', 'compose.yaml'))).toEqual([
    'base.yml',
    'compose.yaml',
    'compose.override.yaml',
  ])
})

test('YAML without anything of a stack, and other files, are none', () => {
  expect(
    chooseCompose([
      { path: 'settings.yml', bytes: data },
      { path: 'services.json', bytes: stack },
    ]),
  ).toEqual([])
})

test('paths are those that the Compose file would use', () => {
  expect(pathFrom('app/compose.yaml', 'app/conf/a.json')).toBe('conf/a.json')
  expect(pathFrom('app/deploy/stack.yml', 'app/conf/a.json')).toBe('../conf/a.json')
  expect(pathFrom('stack.yml', 'a.json')).toBe('a.json')
  expect(pathFrom('app/stack.yml', 'app/stack.yml')).toBe('stack.yml')
})

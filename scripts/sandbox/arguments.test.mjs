// @ts-check
import { expect, test } from 'vitest'
import { parseArguments } from './arguments.mjs'

const parse = (/** @type {string} */ line) => parseArguments(line.split(' '))

test('options may stand before and after the command, with a space or an equals sign', () => {
  const expected = { command: 'up', rest: [], name: 'dev', nodes: 5, managers: 3, engine: 'current' }
  expect(parse('up --name dev --nodes 5 --managers 3 --engine current')).toEqual(expected)
  expect(parse('--name=dev --nodes=5 up --managers=3 --engine=current')).toEqual(expected)
})

test('what is not an option is an argument of the command', () => {
  expect(parse('engine node2 --name dev kill')).toEqual({ command: 'engine', rest: ['node2', 'kill'], name: 'dev' })
})

test('everything after the options of docker belongs to docker', () => {
  expect(parse('docker --name dev service create --name web -d image')).toEqual({
    command: 'docker',
    name: 'dev',
    rest: ['service', 'create', '--name', 'web', '-d', 'image'],
  })
  expect(parse('docker --version').rest).toEqual(['--version'])
})

test('an engine that we do not have is refused', () => {
  expect(() => parse('up --engine podman')).toThrow('There is no engine “podman”.')
})

test('an option that needs a number takes nothing else', () => {
  expect(() => parse('up --nodes many')).toThrow('--nodes needs a number, not “many”.')
  expect(() => parse('up --nodes -1')).toThrow('--nodes needs a number, not “-1”.')
  expect(() => parse('up --nodes')).toThrow('--nodes needs a value.')
})

test('an unknown option is refused, not ignored', () => {
  expect(() => parse('down --everything')).toThrow('There is no option --everything.')
})

test('help is asked for as everywhere', () => {
  expect(parse('--help').command).toBe('help')
  expect(parse('up -h').command).toBe('help')
})

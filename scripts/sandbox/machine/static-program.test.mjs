// @ts-check
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isStatic } from './static-program.mjs'

/** @param {number[]} headerTypes */
function program64(headerTypes) {
  const program = Buffer.alloc(64 + 56 * headerTypes.length)
  program.write('\x7fELF\x02')
  program.writeBigUInt64LE(64n, 32)
  program.writeUInt16LE(56, 54)
  program.writeUInt16LE(headerTypes.length, 56)
  headerTypes.forEach((type, index) => {
    program.writeUInt32LE(type, 64 + 56 * index)
  })
  return program
}

test('a program that names a loader is not static', () => {
  expect(isStatic(program64([6, 3, 1]))).toBe(false)
})

test('a program that names no loader is static', () => {
  expect(isStatic(program64([1, 2, 4]))).toBe(true)
})

test('knows that the shell of this machine needs its libraries', () => {
  expect(isStatic(readFileSync('/bin/sh'))).toBe(false)
})

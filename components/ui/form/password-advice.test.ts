import { expect, test } from 'vitest'
import { passwordAdvice } from './password-advice'

const verdict = (password: string, username = '') => passwordAdvice(password, username).verdict

test('says how much is missing', () => {
  expect(passwordAdvice('honey', '')).toEqual({ verdict: 'short', missing: 3 })
})

test('eight characters will do, fifteen are good', () => {
  expect(verdict('amberwax')).toBe('fair')
  expect(verdict('amberwaxcombs14')).toBe('good')
})

test('length does not help where it is one character again and again, or the name', () => {
  expect(verdict('abababababababab')).toBe('repetitive')
  expect(verdict('xx-Melissa-2026-xx', 'melissa')).toBe('name')
})

test('a name of two letters is in too many words to count', () => {
  expect(verdict('all the bees fly home', 'al')).toBe('good')
})

test('nothing typed, nothing said against it', () => {
  expect(verdict('')).toBe('empty')
})

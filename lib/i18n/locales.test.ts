import { expect, test } from 'vitest'
import { isTimeZone, negotiateLocale } from './locales'

test('the first language that we have wins', () => {
  expect(negotiateLocale('ko-KR,ko;q=0.9,en;q=0.8')).toBe('ko')
  expect(negotiateLocale('fr-FR,fr;q=0.9,ko;q=0.5,en;q=0.4')).toBe('ko')
})

test('weights count for more than the order', () => {
  expect(negotiateLocale('ko;q=0.3, en;q=0.7')).toBe('en')
})

test('a language with weight zero is refused by the reader', () => {
  expect(negotiateLocale('ko;q=0, en;q=0.1')).toBe('en')
})

test('English answers when there is no wish, or none that we can fulfil', () => {
  expect(negotiateLocale(null)).toBe('en')
  expect(negotiateLocale('')).toBe('en')
  expect(negotiateLocale('de, fr;q=0.5')).toBe('en')
  expect(negotiateLocale(';;q=;,,')).toBe('en')
})

test('a cookie with a made-up time zone is not believed', () => {
  expect(isTimeZone('Asia/Seoul')).toBe(true)
  expect(isTimeZone('Mars/Olympus')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})

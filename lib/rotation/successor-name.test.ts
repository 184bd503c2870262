import { expect, test } from 'vitest'
import { requireFreeName, successorName } from './successor-name'

const now = new Date('2026-11-22T15:30:59Z')
const contentSha256 = 'c0ffee1234567890'.repeat(4)

function proposed(versions: string[], taken: string[] = versions, sha256: string | null = contentSha256): string {
  return successorName({ versions, taken, contentSha256: sha256, now })
}

test.each([
  ['a name without a mark is the first version', ['db_password'], 'db_password_v2'],
  ['the number after the highest is next', ['db_password', 'db_password_v2', 'db_password_v9'], 'db_password_v10'],
  ['the style of the latest version holds', ['nginx_v2', 'nginx-3'], 'nginx-4'],
  ['a higher number of an older version is not given twice', ['nginx-7', 'nginx-3'], 'nginx-8'],
  ['leading zeros are kept', ['nginx.007'], 'nginx.008'],
  ['a day becomes today', ['tls_20250101'], 'tls_20261122'],
  ['a day with dashes keeps them', ['tls-2025-01-01'], 'tls-2026-11-22'],
  ['a time becomes now', ['tls_202501010000'], 'tls_202611221530'],
  ['a hash becomes that of the content, as long as before', ['site_a948904f'], 'site_c0ffee12'],
])('%s', (_name, versions, expected) => {
  expect(proposed(versions)).toBe(expected)
})

test('a policy may ask for numbers or days, whatever the names were like', () => {
  const named = (naming: 'number' | 'date', ...versions: string[]) =>
    successorName({ versions, taken: versions, contentSha256, now, naming })
  expect(named('number', 'tls_20250101')).toBe('tls_v2')
  expect(named('number', 'nginx-3')).toBe('nginx-4')
  expect(named('date', 'key')).toBe('key_20261122')
  expect(named('date', 'nginx.3')).toBe('nginx.20261122')
  expect(named('date', 'tls-2025-01-01')).toBe('tls-2026-11-22')
})

test('a taken number is skipped, whatever its case', () => {
  expect(proposed(['nginx_v2'], ['nginx_v2', 'NGINX_V3'])).toBe('nginx_v4')
})

test('a second version on one day has the time; the same content again has a number', () => {
  expect(proposed(['tls_20261122'])).toBe('tls_20261122153059')
  expect(proposed(['site_a948904f', 'site_c0ffee12'])).toBe('site_v2')
})

test('the hash in the name of a secret is not that of its value, and not the same twice', () => {
  const second = proposed(['key_a948904f'], ['key_a948904f'], null)
  const third = proposed(['key_a948904f', second], ['key_a948904f', second], null)
  expect(second).toMatch(/^key_[0-9a-f]{8}$/)
  expect(new Set(['key_a948904f', second, third]).size).toBe(3)
})

test('a long name is cut so that the number fits', () => {
  const name = proposed([`${'a'.repeat(60)}_bcd`])
  expect(name).toBe(`${'a'.repeat(60)}_v2`)
  expect(proposed(['x'.repeat(64)])).toHaveLength(64)
})

test.each([
  ['too long', 'x'.repeat(65), ['name_too_long']],
  ['empty', '', ['name_pattern']],
  ['with a blank', 'db password', ['name_pattern']],
  ['ending in a dot', 'password.', ['name_pattern']],
  ['in Korean', '비밀번호', ['name_pattern']],
])('a typed name that is %s is refused', (_what, name, reasons) => {
  expect(() => requireFreeName('secret', name, [])).toThrow(
    expect.objectContaining({ code: 'invalid_input', params: { fields: ['name'], reasons } }),
  )
})

test('a typed name that only differs by case is taken', () => {
  expect(() => requireFreeName('secret', 'Password', ['password'])).toThrow('name_taken')
})

test('names that the engine allows are allowed', () => {
  for (const name of ['constructor', 'sec..x', 'a', '9-9', 'A_b.c-d']) {
    expect(() => requireFreeName('config', name, ['other'])).not.toThrow()
  }
})

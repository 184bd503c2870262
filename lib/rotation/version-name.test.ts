import { expect, test } from 'vitest'
import { parseVersionName } from './version-name'

test.each([
  ['db_password_v2', 'db_password', 'number'],
  ['db_password_V10', 'db_password', 'number'],
  ['todo-list-config-3', 'todo-list-config', 'number'],
  ['nginx.conf.2', 'nginx.conf', 'number'],
  ['app_config_007', 'app_config', 'number'],
  ['tls-2026-11-22', 'tls', 'date'],
  ['tls_20261122', 'tls', 'date'],
  ['tls_20261122153000', 'tls', 'date'],
  ['myapp_db-settings_a948904f', 'myapp_db-settings', 'hash'],
  ['site-conf-a948904f2f0f', 'site-conf', 'hash'],
])('%s is a version of %s, told apart by a %s', (name, base, style) => {
  expect(parseVersionName(name)).toMatchObject({ base, mark: { style } })
})

test.each([
  ['db_password', 'has no mark'],
  ['shop_facade', 'ends in a word of hexadecimal letters'],
  ['build_1732283905', 'ends in a number too long for a version'],
  ['v2', 'is nothing but a mark'],
  ['config_v', 'has no number'],
  ['tls_20261399', 'is no day'],
])('%s is its own family: it %s', (name) => {
  expect(parseVersionName(name)).toEqual({ base: name, mark: null })
})

import { expect, test } from 'vitest'
import { fileVariableOf, isSecretName } from './file-variables'

test.each([
  ['postgres:16', 'POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE', true],
  ['registry.example.com:5000/library/mariadb@sha256:1', 'MARIADB_ROOT_PASSWORD', 'MARIADB_ROOT_PASSWORD_FILE', true],
  ['docker.io/bitnami/redis:7', 'REDIS_PASSWORD', 'REDIS_PASSWORD_FILE', true],
  ['grafana/grafana:11', 'GF_SECURITY_ADMIN_PASSWORD', 'GF_SECURITY_ADMIN_PASSWORD__FILE', true],
  ['shop/postgres-exporter:1', 'DATA_SOURCE_PASSWORD', 'DATA_SOURCE_PASSWORD_FILE', false],
  ['shop/api:1', 'API_KEY', 'API_KEY_FILE', false],
])('%s and %s', (image, variable, name, isKnown) => {
  expect(fileVariableOf(image, variable)).toEqual({ name, isKnown })
})

test('names tell of secrets, but not those of files', () => {
  const names = ['DB_PASSWORD', 'API_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'DB_PASSWORD_FILE', 'MODE', 'KEYBOARD']
  expect(names.filter(isSecretName)).toEqual(['DB_PASSWORD', 'API_TOKEN', 'AWS_SECRET_ACCESS_KEY'])
})

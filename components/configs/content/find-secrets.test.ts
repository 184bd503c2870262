import { expect, test } from 'vitest'
import { findSecrets } from './find-secrets'

test.each([
  ['db.password = hunter2', 'db.password'],
  ['  "ApiKey": "sk_live_1234",', 'ApiKey'],
  ['AWS_SECRET_ACCESS_KEY=abc', 'AWS_SECRET_ACCESS_KEY'],
  ['{"a":1,"authToken":"x9f3"}', 'authToken'],
  ['-----BEGIN RSA PRIVATE KEY-----', 'RSA PRIVATE KEY'],
  ['url: postgres://todo:hunter2@db/todo', 'URL'],
])('%s looks like a secret', (line, what) => {
  expect(findSecrets(`first line\n${line}`)).toEqual([{ line: 2, what }])
})

test.each([
  `password = \${DB_PASSWORD}`,
  'password: {{ secret "db" }}',
  'PASSWORD_FILE=/run/secrets/db',
  'password=/run/secrets/db',
  'token_enabled: true',
  'passwordMinLength: 12',
  'secret =',
  '-----BEGIN CERTIFICATE-----',
  'url: https://example.org:443/path',
])('%s does not', (line) => {
  expect(findSecrets(line)).toEqual([])
})

test('the value is in no finding', () => {
  expect(JSON.stringify(findSecrets('password=hunter2\nurl=amqp://a:hunter2@q'))).not.toContain('hunter2')
})

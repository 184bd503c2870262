import { expect, test } from 'vitest'
import { findSecrets } from './find-secrets'

test.each([
  ['db.password = hunter2', 'db.password'],
  ['  "ApiKey": "sk_live_1234",', 'ApiKey'],
  ['AWS_SECRET_ACCESS_KEY=abc', 'AWS_SECRET_ACCESS_KEY'],
  ['{"a":1,"authToken":"x9f3"}', 'authToken'],
  ['-----BEGIN RSA PRIVATE KEY-----', 'RSA PRIVATE KEY'],
  ['url: postgres://todo:hunter2@db/todo', 'URL'],
  ['salt = k9Qw3vZ1xT7bLmN4pR8sYd2F', 'salt'],
  ['"signing": "Zm9vYmFyQmF6MTIzNDU2Nzg5MFFXRVJU0a=="', 'signing'],
  ['aws_id: AKIAIOSFODNN7EXAMPLE', 'aws_id'],
  ['session: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP', 'session'],
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
  'image: nginx@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'commit = 5e884898da28047151d0e56f8dc6292773603d0d',
  'id: 0190f3c2-8a4e-7d11-9c55-2b7e4f1a6d3e',
  'class: ApplicationConfigurationPropertiesFactoryBean2Impl3',
  'path: Assets/Icons2x/AppIcon1024/Contents3',
  'cipher_suites: TLS_AES_128_GCM_SHA256_TLS_CHACHA20_POLY1305_SHA256',
  'Content-Security-Policy: upgradeInsecureRequests',
])('%s does not', (line) => {
  expect(findSecrets(line)).toEqual([])
})

test('the value is in no finding', () => {
  expect(JSON.stringify(findSecrets('password=hunter2\nurl=amqp://a:hunter2@q'))).not.toContain('hunter2')
})

import { expect, test } from 'vitest'
import { readSettings } from './settings'

const local = ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']

test('without any variable it listens on this machine alone and uses the local socket', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    origins: local,
    trustedProxies: [],
    dockerHost: 'unix:///var/run/docker.sock',
    faultPoint: null,
  })
})

test('an empty variable is one that is not set', () => {
  expect(readSettings({ SKEP_PORT: '', SKEP_ORIGIN: '', DOCKER_HOST: '', DOCKER_TLS_VERIFY: '' })).toMatchObject({
    port: 3000,
    origins: local,
    dockerTlsVerify: false,
  })
})

test('localhost is ours at the port, and other addresses as they are told', () => {
  const { origins } = readSettings({
    SKEP_PORT: '80',
    SKEP_ORIGIN: 'https://skep.example.com, https://b.example:8443/',
  })
  expect(origins).toEqual([
    'http://localhost',
    'http://127.0.0.1',
    'http://[::1]',
    'https://skep.example.com',
    'https://b.example:8443',
  ])
})

test('plain http is refused for everything but this machine, unless somebody says that he knows', () => {
  expect(() => readSettings({ SKEP_ORIGIN: 'http://10.0.0.5:3000' })).toThrow('Use https')
  expect(readSettings({ SKEP_ORIGIN: 'http://10.0.0.5:3000', SKEP_INSECURE_HTTP: '1' }).origins).toContain(
    'http://10.0.0.5:3000',
  )
  expect(readSettings({ SKEP_ORIGIN: 'http://localhost:8080' }).origins).toContain('http://localhost:8080')
})

test.each(['skep.example.com', 'https://skep.example.com/path', 'ftp://skep.example.com', 'https://a b'])(
  'the origin %s is refused with an example of a right one',
  (origin) => {
    expect(() => readSettings({ SKEP_ORIGIN: origin })).toThrow('SKEP_ORIGIN has ')
  },
)

test('every variable that is wrong is named', () => {
  const wrong = { SKEP_PORT: '70000', SKEP_LEASE_MS: 'soon', SKEP_INSECURE_HTTP: 'yes' }
  expect(() => readSettings(wrong)).toThrow(
    'SKEP_PORT must be a port\nSKEP_INSECURE_HTTP must be 0 or 1\nSKEP_LEASE_MS must be a number of milliseconds',
  )
})

test.each(['10.0.0.0/33', '10.0.0', 'proxy', '10.0.0.1/8/8', '::1/129', '10.0.0.0/'])(
  'the trusted proxy %s is refused',
  (proxy) => {
    expect(() => readSettings({ SKEP_TRUSTED_PROXIES: proxy })).toThrow('SKEP_TRUSTED_PROXIES must be addresses')
  },
)

test('addresses and networks are trusted proxies', () => {
  expect(readSettings({ SKEP_TRUSTED_PROXIES: '10.0.0.0/8 ::1,fd00::/8' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    '::1',
    'fd00::/8',
  ])
})

test('a socket over ssh is refused, with what to do instead', () => {
  expect(() => readSettings({ DOCKER_HOST: 'ssh://root@manager' })).toThrow('forward the socket')
})

import { expect, test } from 'vitest'
import type { DeployFile } from '@/lib/contract/deploy'
import { convertGiven } from './convert-given'

const text = `
services:
  web:
    image: shop/web:1
    env_file: [web.env]
    configs: [nginx]
    secrets: [key, tls]
configs:
  nginx: {file: ./conf/nginx.conf}
secrets:
  key: {file: key.txt}
  tls: {file: ./tls.pem}
`

const file = (name: string, content: string): DeployFile => {
  return { name, sizeBytes: content.length, dataBase64: Buffer.from(content).toString('base64') }
}
const named = (name: string, sizeBytes = 10): DeployFile => ({ name, sizeBytes })

function given(files: DeployFile[], composeFiles = ['compose.yaml']) {
  return convertGiven({ stack: 'shop', apiVersion: '1.41', composeFiles, variables: {}, files })
}

test('all contents that are needed are asked for at once, those of secrets never', () => {
  const { result, wantedFiles, secretFiles } = given([file('compose.yaml', text)])
  expect(wantedFiles).toEqual(['web.env', 'conf/nginx.conf'])
  expect(secretFiles).toEqual(['key.txt', 'tls.pem'])
  expect('refused' in result && result.refused).toMatchObject([{ code: 'env_file_missing', line: 5 }])
})

test('names alone are enough for secrets, and the same files with their contents make the same plan', () => {
  const others = [file('web.env', 'A=1'), file('conf/nginx.conf', 'server {}')]
  const byName = given([file('compose.yaml', text), ...others, named('key.txt'), named('tls.pem')])
  expect(byName).toMatchObject({ wantedFiles: [], secretFiles: ['key.txt', 'tls.pem'] })
  const whole = given([file('compose.yaml', text), ...others, file('key.txt', 'k'), file('tls.pem', 't')])
  expect(whole).toMatchObject({ wantedFiles: [], secretFiles: ['key.txt', 'tls.pem'] })
  const servicesOf = ({ result }: typeof whole) => !('refused' in result) && result.services
  expect(servicesOf(byName)).toEqual(servicesOf(whole))
  expect(servicesOf(byName)).toMatchObject([{ TaskTemplate: { ContainerSpec: { Env: ['A=1'] } } }])
})

test('a Compose file whose content is not given is asked for', () => {
  expect(given([named('compose.yaml')]).wantedFiles).toEqual(['compose.yaml'])
  expect(given([file('compose.yaml', text)], ['compose.yaml', 'more.yaml']).wantedFiles).toContain('more.yaml')
})

test('of a secret that is known by name its length is told, for what has a limit', () => {
  const only = 'services: {a: {image: x}}\nsecrets: {key: {file: key.txt}}'
  const { result } = given([file('compose.yaml', only), named('key.txt', 300)])
  expect('refused' in result ? result.refused : result.secrets).toMatchObject([{ Data: 'A'.repeat(400) }])
})

test('a file that is refused for another reason asks for nothing', () => {
  const { result, wantedFiles } = given([file('compose.yaml', 'services: {a: {imag: x}}')])
  expect('refused' in result && result.refused[0].code).toBe('schema_unknown_property')
  expect(wantedFiles).toEqual([])
})

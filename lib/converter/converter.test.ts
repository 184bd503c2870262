import { expect, test } from 'vitest'
import { convertFiles } from '@/lib/deploy/files/convert-files'
import { filesAfter } from '@/lib/deploy/naming/files-after'
import { service } from '@/lib/swarm/testing/service'
import { convertFilesAside, convertGivenAside, filesAfterAside } from './converter'

function wishOf(text: string, variables: Record<string, string> = {}) {
  const files = [{ name: 'compose.yaml', sizeBytes: text.length, dataBase64: Buffer.from(text).toString('base64') }]
  return { stack: 'shop', files, composeFiles: ['compose.yaml'], variables, apiVersion: '1.51' }
}

const text = `
services:
  web: {image: "web:1", hostname: "$NAME", ports: ["80:80"], secrets: [key], deploy: {replicas: 2, restart_policy: {max_attempts: 3}}}
secrets: {key: {external: true}}
`

test('what is converted can go from one thread to another, and stays the same', async () => {
  const converted = convertFiles(wishOf(text, { NAME: 'y' }))
  expect(structuredClone(converted)).toEqual(converted)
  expect(await convertFilesAside(wishOf(text, { NAME: 'y' }))).toEqual(converted)
})

test('so can files that are to name another version, with what that needs', async () => {
  const container = { Secrets: [{ SecretID: 'id', SecretName: 'v1', File: { Name: 'key' } }] }
  const wish = {
    stack: wishOf(text.replace('external: true', 'external: true, name: v1')),
    services: new Map([['shop_web', service({ Name: 'shop_web', stack: 'shop', container })]]),
    moved: [{ kind: 'secret', serviceName: 'shop_web', from: 'v1', to: 'v2' } as const],
    contents: new Map([['v2', new Uint8Array(3)]]),
  }
  const after = filesAfter(structuredClone(wish))
  expect(after).toMatchObject({ naming: { edits: [{ text: 'v2' }] } })
  expect(structuredClone(after)).toEqual(after)
  expect(await filesAfterAside(wish)).toEqual(after)
})

test('variables come with it, and files that are wanted', async () => {
  const { given, variables } = await convertGivenAside(
    wishOf(text.replace('secrets: [key]', 'env_file: [a.env, b.env]')),
  )
  expect(given.wantedFiles).toEqual(['a.env', 'b.env'])
  expect(variables).toMatchObject([{ name: 'NAME', isSet: false }])
})

test('all env files that a service misses are found at once, so that nothing is converted over and over', () => {
  const names = Array.from({ length: 39 }, (_, index) => `m${index}.env`)
  const result = convertFiles(wishOf(`services: {a: {image: a, env_file: [${names.join(', ')}]}}`))
  expect('refused' in result && result.refused.map(({ params }) => params.path)).toEqual(
    names.map((name) => `/stack/${name}`),
  )
})

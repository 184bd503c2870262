import { expect, test } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import { deploymentFromForm } from './form-fields'

type Entry = [field: string, value: string | { name: string; text: string }]

const file = (name: string, text: string) => ({ name, text })

function form(...entries: Entry[]): FormData {
  const made = new FormData()
  for (const [field, value] of entries) {
    if (typeof value === 'string') made.append(field, value)
    else made.append(field, new File([value.text], value.name))
  }
  return made
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

const refusal = (...entries: Entry[]) =>
  deploymentFromForm(form(...entries)).then(
    () => null,
    (error) => isAppError(error) && [error.params.field, error.params.reason],
  )

test('a Compose file alone is enough', async () => {
  expect(await deploymentFromForm(form(['compose', file('stack.yml', 'services: {}')]))).toEqual({
    files: [{ name: 'stack.yml', dataBase64: base64('services: {}'), sizeBytes: 12 }],
    composeFiles: ['stack.yml'],
    variables: {},
    sensitiveVariables: [],
    options: { replicas: {} },
  })
})

test('several files keep their order, and the Compose files are among them', async () => {
  const read = await deploymentFromForm(
    form(
      ['compose', file('base.yml', 'a')],
      ['file', file('conf/nginx.conf', 'b')],
      ['compose', file('prod.yml', 'c')],
    ),
  )
  expect(read).toMatchObject({
    composeFiles: ['base.yml', 'prod.yml'],
    files: [{ name: 'base.yml' }, { name: 'prod.yml' }, { name: 'conf/nginx.conf', dataBase64: base64('b') }],
  })
})

test('a Compose file from standard input or as a text gets a name', async () => {
  expect(await deploymentFromForm(form(['compose', file('-', 'a')], ['compose', 'b']))).toMatchObject({
    composeFiles: ['compose.yaml', 'compose.2.yaml'],
  })
})

test('names are taken from the folder of the first Compose file, as the CLI takes paths', async () => {
  const read = await deploymentFromForm(
    form(
      ['compose', file('./deploy/prod/stack.yml', 'a')],
      ['compose', file('deploy/more.yml', 'b')],
      ['file', file('deploy/prod/conf/nginx.conf', 'c')],
      ['file', file('top.conf', 'd')],
      ['file', file('/etc/own.conf', 'e')],
    ),
  )
  expect(read).toMatchObject({
    composeFiles: ['stack.yml', '../../deploy/more.yml'],
    files: [
      { name: 'stack.yml' },
      { name: '../../deploy/more.yml' },
      { name: 'conf/nginx.conf' },
      { name: '../../top.conf' },
      { name: '/etc/own.conf' },
    ],
  })
})

test('variables come from .env files in their order, then from var, whose values are taken as they are', async () => {
  const read = await deploymentFromForm(
    form(
      ['env', file('.env', 'TAG=1\nHOST="a b" # where\n')],
      ['env', file('prod.env', 'TAG=2\nPORT=80')],
      ['var', 'PORT=a=b;type=c '],
      ['var', 'EMPTY='],
    ),
  )
  expect(read.variables).toEqual({ TAG: '2', HOST: 'a b', PORT: 'a=b;type=c ', EMPTY: '' })
})

test('values are kept to themselves when it was asked for, and when their names say so', async () => {
  const read = await deploymentFromForm(
    form(['var', 'TAG=1'], ['var', 'DB_PASSWORD=x'], ['sensitiveVar', 'CUSTOMER=y'], ['var', '__proto__=z']),
  )
  expect(read.sensitiveVariables).toEqual(['DB_PASSWORD', 'CUSTOMER'])
  expect(Object.keys(Object(read.variables))).toEqual(['TAG', 'DB_PASSWORD', '__proto__', 'CUSTOMER'])
})

test('all the rest is taken over', async () => {
  const read = await deploymentFromForm(
    form(
      ['reason', 'release 1.2'],
      ['plan', 'only'],
      ['expectPlan', 'abc'],
      ['wait', 'false'],
      ['timeout', '600'],
      ['onFailure', 'undo'],
      ['prune', 'yes'],
      ['resolveImage', 'never'],
      ['replicas', 'web=live'],
    ),
  )
  expect(read).toMatchObject({
    reason: 'release 1.2',
    plan: 'only',
    expectPlan: 'abc',
    wait: false,
    timeout: 600,
    options: { prune: true, resolveImage: 'never', replicas: { web: 'live' }, onFailure: 'undo' },
  })
})

test('what it does not know or cannot read is named, not passed over', async () => {
  expect(await refusal(['comopse', file('a', 'b')])).toEqual(['comopse', 'unrecognized_keys'])
  expect(await refusal(['file', 'nginx.conf'])).toEqual(['file', 'not_a_file'])
  expect(await refusal(['var', 'TAG'])).toEqual(['var', 'not_a_pair'])
  expect(await refusal(['var', '=1'])).toEqual(['var', 'not_a_pair'])
  expect(await refusal(['var', file('a', 'b')])).toEqual(['var', 'not_a_text'])
  expect(await refusal(['reason', 'a'], ['reason', 'b'])).toEqual(['reason', 'more_than_once'])
  expect(await refusal(['prune', 'maybe'])).toEqual(['prune', 'not_a_flag'])
  expect(await refusal(['timeout', '10m'])).toEqual(['timeout', 'invalid_type'])
})
